//! Finding the entity behind a place.

use super::Place;
use super::card::side_of;
use crate::edit::entry::fields_of;
use crate::model::{Fields, Id, Map, MapKey, Workspace};

/// The entity behind a place, where it is there.
pub(super) fn look(place: Place, workspace: &Workspace, journey: Option<Id>) -> Option<&dyn Fields> {
    if !place.in_journey() {
        return look_shared(place, workspace);
    }
    let journey = workspace.journeys.get(&journey?)?;
    let step = |key| journey.steps.get(&key);
    let card = |key| step(key)?.card.as_ref();
    Some(match place {
        Place::Phase(id) => journey.phases.get(&id)?.as_ref(),
        Place::Touchpoint(id) => journey.touchpoints.get(&id)?.as_ref(),
        Place::Promise(id, promise) => under(journey.touchpoints.get(&id)?.promises.as_ref()?, promise)?,
        Place::Standard(id, standard) => under(journey.touchpoints.get(&id)?.standards.as_ref()?, standard)?,
        Place::Step(key) => step(key)?.as_ref(),
        Place::Link(key) => step(key)?.link.as_ref()?,
        Place::Card(key) => card(key)?,
        Place::Side(key, of) => side_of(card(key)?, of)?,
        _ => journey.as_ref(),
    })
}

fn look_shared(place: Place, workspace: &Workspace) -> Option<&dyn Fields> {
    let committee = workspace.committee.as_ref();
    Some(match place {
        Place::Entry(kind, id) => fields_of(workspace, kind, id)?,
        Place::Steered(of, id) => under(workspace.departments.get(&of)?.measures.as_ref()?, id)?,
        Place::Access(of, id) => under(&workspace.systems.get(&of)?.access, id)?,
        Place::Label(of, id) => under(&workspace.terms.get(&of)?.labels, id)?,
        Place::Contribution(of, id) => under(&workspace.goals.get(&of)?.contributions, id)?,
        Place::Participant(of, id) => under(&workspace.sessions.get(&of)?.participants, id)?,
        Place::Cycle(of, id) => under(&workspace.sessions.get(&of)?.cycles, id)?,
        Place::Members(id) => under(&committee?.members, id)?,
        Place::BestPractice(id) => under(&committee?.best_practices, id)?,
        Place::Committee => committee?,
        _ => workspace.settings.as_ref()?,
    })
}

fn under<T: Fields, K: MapKey<Raw = Id>>(map: &Map<T, K>, id: Id) -> Option<&dyn Fields> {
    map.get(&id).map(|entry| entry.as_ref() as &dyn Fields)
}
