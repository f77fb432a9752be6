//! Random histories: workspaces as people change them, edit by edit.

use super::{Random, large_of};
use crate::edit::{Edit, Entry, JourneyEdit, apply, card_terms};
use crate::flow::Flow;
use crate::model::{
    Card, Comment, EntityKind, Goal, Id, Initiative, Journey, Minutes, Persona, Phase, Rating, SavedView,
    Settings, Side, SteeringCommittee, StepKey, Touchpoint, Waiver, Workspace,
};

const WORDS: [&str; 12] = [
    "call",
    "check",
    "the",
    "claim",
    "with",
    "customer",
    "again",
    "before",
    "sending",
    "documents",
    "slowly",
    "back",
];

/// Who made the past.
const PAST: &str = "b";

/// A small workspace with a past: one or two journeys, and registers of which few entries are left.
pub fn past(seed: u64) -> Workspace {
    let mut random = Random::new(seed);
    let touchpoints = 2 + random.below(24);
    let mut workspace = large_of(seed, touchpoints);
    for kind in [EntityKind::Item, EntityKind::Measure] {
        for id in Entry::ids(&workspace, kind).into_iter().skip(3) {
            workspace = applied(&workspace, &Edit::RemoveEntry(kind, id)).unwrap_or(workspace);
        }
    }
    let edits = random.below(30);
    history(&workspace, seed, PAST, edits)
}

/// The workspace after so many random edits. What they add is named after `author`, so that two people never give
/// the same identifier.
pub fn history(workspace: &Workspace, seed: u64, author: &str, edits: usize) -> Workspace {
    let mut present = workspace.clone();
    let mut maker = Maker { random: Random::new(seed ^ 0x5eed), author: author.to_owned(), serial: 0 };
    for _ in 0..edits {
        if let Some(next) = maker.edit(&present).and_then(|edit| applied(&present, &edit)) {
            present = next;
        }
    }
    present
}

fn applied(workspace: &Workspace, edit: &Edit) -> Option<Workspace> {
    apply(workspace, edit).ok().map(|applied| applied.workspace)
}

struct Maker {
    random: Random,
    author: String,
    serial: usize,
}

impl Maker {
    fn edit(&mut self, workspace: &Workspace) -> Option<Edit> {
        let journey = self.pick(&workspace.journey_order)?;
        match self.random.below(100) {
            0..70 => {
                let inside = self.inside(workspace, workspace.journeys.get(&journey)?.as_ref())?;
                Some(Edit::InJourney(journey, inside))
            }
            70..82 => self.entry(workspace),
            82..88 => self.order(workspace, journey),
            _ => self.beside(workspace, journey),
        }
    }

    fn inside(&mut self, workspace: &Workspace, journey: &Journey) -> Option<JourneyEdit> {
        let touchpoints: Vec<Id> = journey.ordered_touchpoints().map(|(id, _)| id).collect();
        let phase = self.pick(&journey.phase_order);
        let touchpoint = self.pick(&touchpoints);
        let to = self.random.below(8);
        Some(match self.random.below(20) {
            0..6 => {
                let id = touchpoint?;
                JourneyEdit::PutTouchpoint(
                    id,
                    Box::new(self.touchpoint(workspace, journey.touchpoints.get(&id)?)),
                )
            }
            6 | 7 => {
                let touchpoint = self.touchpoint(workspace, &Touchpoint::default());
                JourneyEdit::AddTouchpoint {
                    id: self.id(),
                    touchpoint: Box::new(touchpoint),
                    phase: phase?,
                    to: Some(to),
                }
            }
            8 | 9 => JourneyEdit::MoveTouchpoint { id: touchpoint?, phase: phase?, to },
            10 => JourneyEdit::RemoveTouchpoint(touchpoint?),
            11 => JourneyEdit::AddPhase { id: self.id(), phase: Box::new(self.phase()), to: Some(to) },
            12 => JourneyEdit::MovePhase { id: phase?, to },
            13 if self.random.chance(30) => JourneyEdit::RemovePhase(phase?),
            13 => JourneyEdit::PutPhase(phase?, Box::new(self.phase())),
            14 => {
                let key = StepKey::new(touchpoint?, self.pick(&touchpoints)?);
                JourneyEdit::PutLink { key, label: Some(self.words(2)), share: None }
            }
            15 => JourneyEdit::RemoveLink(self.step(journey)?),
            16 => JourneyEdit::SetWait(self.step(journey)?, Some(Minutes::exact(60 * (1 + to as u64)))),
            19 if self.random.chance(50) => {
                JourneyEdit::DuplicateTouchpoint { id: touchpoint?, copy: self.id() }
            }
            _ => self.card(workspace, journey)?,
        })
    }

    fn touchpoint(&mut self, workspace: &Workspace, present: &Touchpoint) -> Touchpoint {
        let mut touchpoint = present.clone();
        let departments: Vec<Id> = workspace.department_order.clone();
        let items: Vec<Id> = workspace.items.keys().copied().collect();
        match self.random.below(9) {
            0 => touchpoint.name = self.changed(&present.name),
            1 => touchpoint.notes = Some(self.changed(present.notes.as_deref().unwrap_or_default())),
            2 | 3 => touchpoint.owner = self.pick(&departments).map(Into::into),
            4 => touchpoint.satisfaction = Rating::new(*self.random.pick(&[1.0, 2.0, 3.0, 4.0, 5.0])),
            5 => toggle(
                touchpoint.responsible.get_or_insert_default(),
                self.pick(&departments).map(Into::into),
            ),
            6 => toggle(touchpoint.asked.get_or_insert_default(), self.pick(&items).map(Into::into)),
            7 => toggle(touchpoint.pain_points.get_or_insert_default(), Some(self.words(1))),
            _ => {
                let comment =
                    Comment { author: self.author.clone(), text: self.words(4), ..Comment::default() };
                touchpoint.comments.insert(self.id(), comment.into());
            }
        }
        touchpoint
    }

    fn card(&mut self, workspace: &Workspace, journey: &Journey) -> Option<JourneyEdit> {
        let unplaced: Vec<Id> = journey.unplaced_cards.keys().copied().collect();
        let flow = Flow::of(journey);
        let handoffs: Vec<StepKey> = (0..flow.handoffs().len()).map(|at| flow.handoff_key(at)).collect();
        if let Some(id) = self.pick(&unplaced).filter(|_| self.random.chance(50)) {
            return Some(match self.pick(&handoffs) {
                Some(to) if self.random.chance(60) => JourneyEdit::PlaceCard { id, to },
                _ => JourneyEdit::RemoveUnplacedCard(id),
            });
        }
        let key = if self.random.chance(50) { self.pick(&handoffs)? } else { self.step(journey)? };
        let mut card = journey.steps.get(&key)?.card.clone().unwrap_or_default();
        match self.random.below(4) {
            0 => card.trigger = Some(self.words(3)),
            1 => card.target_wait = Some(Minutes::exact(self.random.below(500) as u64)),
            2 => toggle(
                card.answered_by.get_or_insert_default(),
                self.pick(&workspace.department_order).map(Into::into),
            ),
            _ => {
                let side = Side { by: Some(self.author.clone()), agrees: Some(true), ..Side::default() };
                card.from_side = Some(Side { agreed_to: Some(card_terms(&card)), ..side });
            }
        }
        let card = (!self.random.chance(10)).then(|| Box::<Card>::new(card));
        Some(JourneyEdit::PutCard(key, card))
    }

    fn entry(&mut self, workspace: &Workspace) -> Option<Edit> {
        let kind = *self.random.pick(Entry::KINDS);
        let ids = Entry::ids(workspace, kind);
        let id = self.pick(&ids)?;
        if self.random.chance(30) {
            return Some(Edit::RemoveEntry(kind, id));
        }
        if self.random.chance(15) {
            return Some(Edit::MergeEntries(kind, id, self.pick(&ids)?));
        }
        let new = self.random.chance(25);
        let mut entry = Entry::of(workspace, kind, id)?;
        match &mut entry {
            Entry::Department(it) => it.name = self.changed(&it.name),
            Entry::System(it) => it.notes = Some(self.words(4)),
            Entry::Goal(Goal { outcome, contributions, .. }) => {
                *outcome = self.changed(outcome);
                if let Some(department) =
                    self.pick(&workspace.department_order).filter(|_| self.random.chance(50))
                {
                    contributions.insert(department, std::sync::Arc::default());
                }
            }
            Entry::Measure(it) => toggle(it.opposes.get_or_insert_default(), self.pick(&ids).map(Into::into)),
            Entry::Initiative(Initiative { departments, .. }) => {
                toggle(
                    departments.get_or_insert_default(),
                    self.pick(&workspace.department_order).map(Into::into),
                );
            }
            Entry::Term(it) => toggle(it.variants.get_or_insert_default(), Some(self.words(1))),
            Entry::Persona(Persona { description, .. }) => *description = Some(self.words(6)),
            _ => {}
        }
        Some(Edit::PutEntry(if new { self.id() } else { id }, Box::new(entry)))
    }

    fn order(&mut self, workspace: &Workspace, journey: Id) -> Option<Edit> {
        let to = self.random.below(6);
        Some(match self.random.below(6) {
            0 | 1 => Edit::MoveDepartment { id: self.pick(&workspace.department_order)?, to },
            2 => Edit::MoveJourney { id: journey, to },
            3 | 4 => {
                let copy = workspace.journeys.get(&journey)?.as_ref().clone();
                Edit::AddJourney { id: self.id(), journey: Box::new(copy), to: Some(to) }
            }
            // The past always has a journey.
            _ if workspace.journeys.len() > 1 || self.author != PAST => Edit::RemoveJourney(journey),
            _ => return None,
        })
    }

    fn beside(&mut self, workspace: &Workspace, journey: Id) -> Option<Edit> {
        Some(match self.random.below(6) {
            0 => Edit::SetTitle(self.words(3)),
            1 => Edit::PutSettings(Some(Settings {
                stale_days: Some(self.random.below(300) as u64),
                ..workspace.thresholds()
            })),
            2 => {
                Edit::PutWaiver(self.id(), Box::new(Waiver { by: self.author.clone(), ..Waiver::default() }))
            }
            3 => {
                Edit::PutView(self.id(), Box::new(SavedView { name: self.words(2), ..SavedView::default() }))
            }
            4 => {
                let mandate = Some(self.words(5));
                let present = workspace.committee.clone().unwrap_or_default();
                Edit::PutCommittee(Box::new(SteeringCommittee { mandate, ..present }))
            }
            _ => {
                let present = workspace.journeys.get(&journey)?;
                let scenario = Some(self.changed(present.scenario.as_deref().unwrap_or_default()));
                Edit::PutJourney(journey, Box::new(Journey { scenario, ..present.as_ref().clone() }))
            }
        })
    }

    fn phase(&mut self) -> Phase {
        Phase { name: self.words(1), goal: Some(self.words(3)), ..Phase::default() }
    }

    fn step(&mut self, journey: &Journey) -> Option<StepKey> {
        let keys: Vec<StepKey> = journey.steps.keys().copied().collect();
        self.pick(&keys)
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        if items.is_empty() { None } else { Some(*self.random.pick(items)) }
    }

    fn id(&mut self) -> Id {
        self.serial += 1;
        Id::new(&format!("{}{}", self.author, self.serial)).unwrap()
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| *self.random.pick(&WORDS)).collect();
        words.join(" ")
    }

    /// The text with a word put in, taken out or replaced.
    fn changed(&mut self, text: &str) -> String {
        let mut words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let at = self.random.below(words.len() + 1);
        let word = *self.random.pick(&WORDS);
        match self.random.below(3) {
            0 if at < words.len() => words[at] = word,
            1 if at < words.len() => drop(words.remove(at)),
            _ => words.insert(at, word),
        }
        words.join(" ")
    }
}

/// Takes the item out of the list, or puts it in.
fn toggle<T: PartialEq>(list: &mut Vec<T>, item: Option<T>) {
    let Some(item) = item else { return };
    let before = list.len();
    list.retain(|other| *other != item);
    if list.len() == before {
        list.push(item);
    }
}
