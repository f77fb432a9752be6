//! A workspace with other identifiers, and everything that is made of them.

use std::collections::HashMap;
use std::sync::Arc;

use crate::edit::card_terms;
use crate::format::crosslane::{OpenError, open, without_descent, write_with};
use crate::model::{
    AddressedFlag, Card, Declared, Id, Journey, Map, Side, StepKey, WaivedValue, Workspace, Writer,
};
use crate::rules::{Flag, Subject, evaluate_journey, fingerprint};

/// The new identifiers by the old ones.
type New = HashMap<String, Id>;

/// The workspace with new identifiers for the old ones. What is made of identifiers follows: fingerprints of flags and of
/// agreed terms, compared values, saved addresses. It is no longer the version that its revision named.
pub(super) fn remade(workspace: &Workspace, new: &New) -> Workspace {
    let renaming = |id: &str| new.get(id).map(Id::to_string);
    let mut next = match open(&write_with(workspace, Writer::default().renaming(&renaming))) {
        Ok(opened) => opened.workspace,
        Err(OpenError::Problems(repaired)) => repaired.workspace,
        // What the writer wrote is a Crosslane file.
        Err(OpenError::NotJson(_) | OpenError::NotCrosslane) => Workspace::default(),
    };
    next = without_descent(next);
    agree_again(workspace, &mut next, new);
    mark_again(workspace, &mut next, new);
    let addresses: Vec<_> = next
        .views
        .iter()
        .map(|(id, view)| {
            let mut view = view.as_ref().clone();
            view.address = replaced(&view.address, '/', new);
            (*id, Arc::new(view))
        })
        .collect();
    next.views.extend(addresses);
    next
}

fn replaced(text: &str, between: char, new: &New) -> String {
    let part = |part: &str| new.get(part).map_or_else(|| part.to_owned(), Id::to_string);
    text.split(between).map(part).collect::<Vec<_>>().join(&between.to_string())
}

fn now(id: Id, new: &New) -> Id {
    new.get(id.as_str()).copied().unwrap_or(id)
}

/// Agreements that held hold again: they are fingerprints of terms in which identifiers stand.
fn agree_again(before: &Workspace, after: &mut Workspace, new: &New) {
    for (id, old) in &before.journeys {
        let id = now(*id, new);
        let Some(journey) = after.journeys.get(&id) else { continue };
        let mut journey: Journey = journey.as_ref().clone();
        for (key, old) in &old.steps {
            let key = StepKey::new(now(key.from, new), now(key.to, new));
            let (Some(old), Some(step)) = (&old.card, journey.steps.get(&key)) else { continue };
            let mut step = step.as_ref().clone();
            if let Some(card) = &mut step.card {
                agree(old, card);
            }
            journey.steps.insert(key, Arc::new(step));
        }
        for (key, old) in &old.unplaced_cards {
            let key = now(*key, new);
            let (Some(old), Some(unplaced)) = (&old.card, journey.unplaced_cards.get(&key)) else { continue };
            let mut unplaced = unplaced.as_ref().clone();
            if let Some(card) = &mut unplaced.card {
                agree(old, card);
            }
            journey.unplaced_cards.insert(key, Arc::new(unplaced));
        }
        after.journeys.insert(id, Arc::new(journey));
    }
}

fn agree(old: &Card, card: &mut Card) {
    let (before, terms) = (card_terms(old), card_terms(card));
    for side in [&mut card.from_side, &mut card.to_side].into_iter().flatten() {
        let Side { agreed_to, .. } = side;
        if agreed_to.as_ref() == Some(&before) {
            *agreed_to = Some(terms.clone());
        }
    }
}

/// Flags that were accepted or are addressed are so again. What is gone from the journeys keeps its old name.
fn mark_again(before: &Workspace, after: &mut Workspace, new: &New) {
    let decisions = before.committee.as_ref().is_some_and(|committee| !committee.decisions.is_empty());
    if before.waivers.is_empty() && before.initiatives.is_empty() && !decisions {
        return;
    }
    let flags = flags(before, after, new);
    change(&mut after.waivers, |waiver| {
        let flag = flags.get(&waiver.fingerprint);
        compare_again(&mut waiver.values, flag, new);
        if let Some(flag) = flag {
            waiver.fingerprint.clone_from(&flag.fingerprint);
        }
    });
    change(&mut after.initiatives, |initiative| {
        address_again(&mut initiative.flags, &mut initiative.found, &flags, new);
    });
    if let Some(committee) = &mut after.committee {
        change(&mut committee.decisions, |decision| {
            address_again(&mut decision.flags, &mut decision.found, &flags, new);
        });
    }
}

/// A flag with its new name.
struct Renamed {
    fingerprint: String,
    // The compared values before and now, by name.
    values: HashMap<&'static str, (String, String)>,
}

/// The flags by the fingerprints they had.
fn flags(before: &Workspace, after: &Workspace, new: &New) -> HashMap<String, Renamed> {
    let mut now: HashMap<String, Flag> = HashMap::new();
    for (id, journey) in after.ordered_journeys() {
        let evaluation = evaluate_journey(after, id, journey, None);
        now.extend(evaluation.findings.flags.iter().map(|flag| (flag.fingerprint(), flag.clone())));
    }
    let mut flags = HashMap::new();
    for (id, journey) in before.ordered_journeys() {
        for flag in &evaluate_journey(before, id, journey, None).findings.flags {
            let fingerprint = renamed(flag, new);
            let text = |flag: &Flag, name| {
                let found = flag.values.iter().find(|value| value.name == name);
                found.map(|found| found.value.text()).unwrap_or_default()
            };
            let pair = |name| Some((name, (text(flag, name), text(now.get(&fingerprint)?, name))));
            let values = flag.values.iter().filter_map(|value| pair(value.name)).collect();
            flags.insert(flag.fingerprint(), Renamed { fingerprint, values });
        }
    }
    flags
}

fn address_again(
    fingerprints: &mut [String],
    found: &mut Map<AddressedFlag>,
    flags: &HashMap<String, Renamed>,
    new: &New,
) {
    for fingerprint in fingerprints {
        if let Some(flag) = flags.get(fingerprint) {
            fingerprint.clone_from(&flag.fingerprint);
        }
    }
    let before: Vec<(Id, Arc<AddressedFlag>)> =
        found.iter().map(|(key, flag)| (*key, flag.clone())).collect();
    found.clear();
    for (key, was) in before {
        let flag = flags.get(key.as_str());
        let mut was = was.as_ref().clone();
        compare_again(&mut was.values, flag, new);
        let renamed = flag.and_then(|flag| Id::new(&flag.fingerprint));
        found.insert(renamed.unwrap_or(key), Arc::new(was));
    }
}

/// A compared value that is as it was follows its flag: lists of identifiers may stand in another order now. Others are
/// identifiers, several with spaces between them, or none at all.
fn compare_again(values: &mut Map<WaivedValue>, flag: Option<&Renamed>, new: &New) {
    let kept: Vec<(Id, Arc<WaivedValue>)> = values.iter().map(|(name, kept)| (*name, kept.clone())).collect();
    for (name, kept) in kept {
        let pair = flag.and_then(|flag| flag.values.get(name.as_str()));
        let follows = pair.filter(|(before, _)| *before == kept.value).map(|(_, now)| now.clone());
        let value = follows.unwrap_or_else(|| replaced(&kept.value, ' ', new));
        values.insert(name, Arc::new(WaivedValue { value, ..kept.as_ref().clone() }));
    }
}

/// The fingerprint that the flag has with the new identifiers.
fn renamed(flag: &Flag, new: &New) -> String {
    let now = |id: Id| now(id, new);
    let place = flag.place.renamed(|_, id| Some(now(id))).unwrap_or(flag.place);
    let subject = match flag.subject {
        Subject::None => Subject::None,
        Subject::Item(id) => Subject::Item(now(id)),
        Subject::Department(id) => Subject::Department(now(id)),
        Subject::Promise(id) => Subject::Promise(now(id)),
        Subject::System(id) => Subject::System(now(id)),
        Subject::Measure(id) => Subject::Measure(now(id)),
    };
    fingerprint(flag.rule, flag.journey.map(now), place, subject)
}

fn change<T: Declared>(map: &mut Map<T>, change: impl Fn(&mut T)) {
    let changed: Vec<(Id, Arc<T>)> = map
        .iter()
        .map(|(key, entry)| {
            let mut entry = entry.as_ref().clone();
            change(&mut entry);
            (*key, Arc::new(entry))
        })
        .collect();
    map.extend(changed);
}
