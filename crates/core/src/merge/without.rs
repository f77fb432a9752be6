//! A version without one of its entities, as deleting it leaves it.

use super::conflict::{Side, Write};
use crate::compare::order::{places, touchpoint_lists};
use crate::compare::{PLACE, Path, PathPart, Place, entity_at};
use crate::edit::{Edit, JourneyEdit, apply};
use crate::model::{EntityKind, Id, Workspace};

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

    /// The version after deleting it, as `deleter` did: what stood in a phase and stands elsewhere there goes there.
    pub fn without(&self, version: &Workspace, deleter: &Workspace) -> Workspace {
        let mut edits: Vec<Edit> = self
            .rescued(version, deleter)
            .into_iter()
            .map(|(id, place, at)| {
                let phase = place.phase.unwrap_or(id);
                Edit::InJourney(self.journey.unwrap_or(id), JourneyEdit::MoveTouchpoint { id, phase, to: at })
            })
            .collect();
        edits.push(self.removal());
        // What is not there any more needs no deleting.
        apply(version, &Edit::Batch(edits)).map_or_else(|_| version.clone(), |applied| applied.workspace)
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
    pub fn rescues(&self, version: &Workspace, deleter: &Workspace) -> Vec<Write> {
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
