//! A version without one of its entities, as deleting it leaves it.

use std::sync::Arc;

use super::conflict::{Side, Write};
use crate::compare::order::{places, touchpoint_lists};
use crate::compare::{PLACE, Path, PathPart, Place, entity_at, json_text};
use crate::edit::{Edit, JourneyEdit, apply_possible, aside_id};
use crate::model::{EntityKind, Id, Journey, StepKey, UnplacedCard, Workspace};

/// An entity that one side deleted and the other changed, moved or refers to.
#[derive(Clone, Debug, PartialEq)]
pub struct Contested {
    /// Where it stood.
    pub path: Path,
    /// Its kind.
    pub kind: EntityKind,
    /// Its journey, for a phase or a touchpoint.
    pub journey: Option<Id>,
    /// Itself.
    pub id: Id,
    /// Who deleted it.
    pub deleted_by: Side,
}

impl Contested {
    /// The entity at a path, where exactly one side deleted it; the journey, where all of it was deleted.
    pub fn of(path: &Path, base: &Workspace, ours: &Workspace, theirs: &Workspace) -> Option<Self> {
        let (kind, id) = entity_at(path)?;
        let journey = match kind {
            EntityKind::Phase | EntityKind::Touchpoint => path.key_after("journeys").and_then(Id::new),
            _ => None,
        };
        let has = |version: &Workspace, kind, journey: Option<Id>, id: Id| match (kind, journey) {
            (EntityKind::Phase, Some(journey)) => {
                version.journeys.get(&journey).is_some_and(|journey| journey.phases.contains_key(&id))
            }
            (EntityKind::Touchpoint, Some(journey)) => {
                version.journeys.get(&journey).is_some_and(|journey| journey.touchpoints.contains_key(&id))
            }
            _ => version.contains(kind, id),
        };
        if let Some(journey) = journey
            && [ours, theirs].iter().any(|version| !version.journeys.contains_key(&journey))
        {
            let whole = Path(path.0[..2].to_vec());
            return Self::of(&whole, base, ours, theirs);
        }
        let deleted_by = match (has(ours, kind, journey, id), has(theirs, kind, journey, id)) {
            (false, true) => Side::Ours,
            (true, false) => Side::Theirs,
            _ => return None,
        };
        let in_base = has(base, kind, journey, id);
        in_base.then(|| Self { path: path.clone(), kind, journey, id, deleted_by })
    }

    /// The edit that deletes it.
    pub fn removal(&self) -> Edit {
        match (self.kind, self.journey) {
            (EntityKind::Journey, _) => Edit::RemoveJourney(self.id),
            (EntityKind::Phase, Some(journey)) => Edit::InJourney(journey, JourneyEdit::RemovePhase(self.id)),
            (EntityKind::Touchpoint, Some(journey)) => {
                Edit::InJourney(journey, JourneyEdit::RemoveTouchpoint(self.id))
            }
            _ => Edit::RemoveEntry(self.kind, self.id),
        }
    }

    /// The version after deleting these, as `deleter` did: what stood in a phase and stands elsewhere there goes there,
    /// and a card that was set aside there is set aside, even where the other side deleted it.
    pub fn without<'a>(
        entities: impl IntoIterator<Item = &'a Self> + Clone,
        base: &Workspace,
        version: &Workspace,
        deleter: &Workspace,
    ) -> Workspace {
        let edits = entities.clone().into_iter().map(|entity| |next: &Workspace| entity.edits(next, deleter));
        let mut next = apply_possible(version, edits);
        for entity in entities {
            let lost = entity.lost_cards(base, &next, deleter);
            put_aside(&mut next, lost);
        }
        next
    }

    /// The version after deleting it alone, and what else has to be set before it is deleted again.
    pub fn without_it(
        &self,
        base: &Workspace,
        version: &Workspace,
        deleter: &Workspace,
    ) -> (Workspace, Vec<Write>) {
        let mut next = apply_possible(version, [|next: &Workspace| self.edits(next, deleter)]);
        let mut with = self.rescues(version, deleter);
        let lost = self.lost_cards(base, &next, deleter);
        with.extend(lost.iter().map(LostCard::write));
        put_aside(&mut next, lost);
        (next, with)
    }

    fn edits(&self, version: &Workspace, deleter: &Workspace) -> Vec<Edit> {
        let mut edits: Vec<Edit> = self
            .rescued(version, deleter)
            .into_iter()
            .map(|(id, place, at)| {
                let phase = place.phase.unwrap_or(id);
                Edit::InJourney(self.journey.unwrap_or(id), JourneyEdit::MoveTouchpoint { id, phase, to: at })
            })
            .collect();
        edits.push(self.removal());
        edits
    }

    /// Cards that deleting it set aside in `deleter` and that are nowhere in `next`.
    fn lost_cards(&self, base: &Workspace, next: &Workspace, deleter: &Workspace) -> Vec<LostCard> {
        let mut lost = Vec::new();
        for (id, journey) in &next.journeys {
            let versions = base.journeys.get(id).zip(deleter.journeys.get(id));
            let Some((old, deleted)) = versions.filter(|_| self.journey.is_none_or(|own| own == *id)) else {
                continue;
            };
            if deleted.unplaced_cards.ptr_eq(&old.unplaced_cards) {
                continue;
            }
            let own = old.steps.iter().filter(|(key, step)| step.card.is_some() && self.takes(old, **key));
            for card in own.map(|(key, _)| aside_id(*key, 0)) {
                let Some(entry) = deleted.unplaced_cards.get(&card) else { continue };
                let is_there = |journey: &Journey| journey.unplaced_cards.contains_key(&card);
                if !is_there(old) && !is_there(journey) && !has_card(journey, entry) {
                    lost.push(LostCard { journey: *id, id: card, card: entry.clone() });
                }
            }
        }
        lost
    }

    /// Whether deleting it takes this handoff away.
    fn takes(&self, journey: &Journey, key: StepKey) -> bool {
        [key.from, key.to].into_iter().any(|end| match self.kind {
            EntityKind::Touchpoint => end == self.id,
            EntityKind::Phase => {
                journey.phases.get(&self.id).is_some_and(|phase| phase.touchpoints.contains(&end))
            }
            EntityKind::Department => journey
                .touchpoints
                .get(&end)
                .is_some_and(|touchpoint| touchpoint.owner.is_some_and(|owner| owner.id() == self.id)),
            _ => false,
        })
    }

    /// Touchpoints of a phase that its deleter kept, with their place there and their position in that phase.
    fn rescued(&self, version: &Workspace, deleter: &Workspace) -> Vec<(Id, Place, usize)> {
        let Some(journey) = self.journey.filter(|_| self.kind == EntityKind::Phase) else {
            return Vec::new();
        };
        let journeys = (version.journeys.get(&journey), deleter.journeys.get(&journey));
        let (Some(journey), Some(kept)) = journeys else { return Vec::new() };
        let Some(phase) = journey.phases.get(&self.id) else { return Vec::new() };
        let places = places(&touchpoint_lists(kept));
        let rescue = |id: &Id| {
            let place = *places.get(id)?;
            let list = journey.phases.get(&place.phase.filter(|phase| *phase != self.id)?)?;
            let behind = place.after.and_then(|after| list.touchpoints.iter().position(|id| *id == after));
            let at = behind.map_or_else(|| if place.after.is_none() { 0 } else { usize::MAX }, |at| at + 1);
            Some((*id, place, at))
        };
        phase.touchpoints.iter().filter_map(rescue).collect()
    }

    /// Where those touchpoints go when it is deleted later.
    fn rescues(&self, version: &Workspace, deleter: &Workspace) -> Vec<Write> {
        let write = |(id, place, _): (Id, Place, usize)| {
            let mut path = self.path.0[..2].to_vec();
            path.extend([
                PathPart::Field("touchpoints"),
                PathPart::Key(id.to_string()),
                PathPart::Field(PLACE),
            ]);
            Write { path: Path(path), value: Some(place.json()), only_if_missing: false }
        };
        self.rescued(version, deleter).into_iter().map(write).collect()
    }
}

/// A card that one side set aside and the other deleted.
struct LostCard {
    journey: Id,
    id: Id,
    card: Arc<UnplacedCard>,
}

impl LostCard {
    fn write(&self) -> Write {
        let path = vec![
            PathPart::Field("journeys"),
            PathPart::Key(self.journey.to_string()),
            PathPart::Field("unplaced_cards"),
            PathPart::Key(self.id.to_string()),
        ];
        Write { path: Path(path), value: Some(json_text(self.card.as_ref())), only_if_missing: true }
    }
}

fn put_aside(workspace: &mut Workspace, cards: Vec<LostCard>) {
    for LostCard { journey: id, id: card, card: entry } in cards {
        let Some(journey) = workspace.journeys.get(&id) else { continue };
        let mut journey = journey.as_ref().clone();
        journey.unplaced_cards.insert(card, entry);
        workspace.journeys.insert(id, journey.into());
    }
}

fn has_card(journey: &Journey, aside: &UnplacedCard) -> bool {
    let on_steps = journey.steps.values().filter_map(|step| step.card.as_ref());
    let unplaced = journey.unplaced_cards.values().filter_map(|unplaced| unplaced.card.as_ref());
    on_steps.chain(unplaced).any(|card| Some(card) == aside.card.as_ref())
}
