//! Every change to a workspace is an [`Edit`]; [`apply`] makes the next version or refuses.

mod cards;
mod entry;
mod error;
pub mod form;
mod history;
mod journeys;
mod loss;
mod registers;
mod steps;
mod touchpoints;

#[cfg(test)]
mod tests;

use crate::model::{
    Card, EntityKind, Field, Id, Journey, Map, Minutes, Percent, Phase, SavedView, Settings, Snapshot,
    SteeringCommittee, StepKey, Touchpoint, Waiver, Workspace,
};

pub(crate) use cards::aside_id;
pub use cards::{card_terms, side_lapsed};
pub use entry::Entry;
pub use error::EditError;
pub use history::{Carry, History, MAX_STEPS, Step};
pub use loss::{Loss, is_use};
pub(crate) use registers::{put as put_entry, take};
pub use registers::{usage, uses};

/// A change to a workspace. New identifiers come with the edit; the core makes none.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Names the workspace.
    SetTitle(String),
    /// Sets the thresholds; `None` goes back to those of the rules.
    PutSettings(Option<Settings>),
    /// Adds an entry to a register or to what is done about handoffs, or changes it.
    PutEntry(Id, Box<Entry>),
    /// Removes an entry of a register, and every reference to it.
    RemoveEntry(EntityKind, Id),
    /// Makes two entries of a register one: the second stays, takes over what only the first says, and
    /// everything that refers to the first refers to it.
    MergeEntries(EntityKind, Id, Id),
    /// Moves a department's lane to position `to`, from 0, among the others.
    MoveDepartment {
        /// The department.
        id: Id,
        /// Its new position.
        to: usize,
    },
    /// Adds a journey at position `to`, or at the end.
    AddJourney {
        /// Its identifier.
        id: Id,
        /// The journey.
        journey: Box<Journey>,
        /// Its position, from 0.
        to: Option<usize>,
    },
    /// Changes what is said of a journey as a whole; its phases, touchpoints and steps stay as they are.
    PutJourney(Id, Box<Journey>),
    /// Moves a journey to position `to`, from 0, among the others.
    MoveJourney {
        /// The journey.
        id: Id,
        /// Its new position.
        to: usize,
    },
    /// Removes a journey with all it holds.
    RemoveJourney(Id),
    /// A change inside one journey.
    InJourney(Id, JourneyEdit),
    /// Accepts a flag, or changes the waiver.
    PutWaiver(Id, Box<Waiver>),
    /// Takes a waiver back.
    RemoveWaiver(Id),
    /// Changes what is said of the steering committee; its decisions are entries of their own and stay.
    PutCommittee(Box<SteeringCommittee>),
    /// Keeps the scores of a day.
    PutSnapshot(Id, Box<Snapshot>),
    /// Removes the scores of a day.
    RemoveSnapshot(Id),
    /// Keeps a view to come back to.
    PutView(Id, Box<SavedView>),
    /// Removes a saved view.
    RemoveView(Id),
    /// Takes over another version of the workspace whole, such as one read from a file.
    Replace(Box<Workspace>),
    /// Several edits as one: all or none.
    Batch(Vec<Edit>),
}

/// A change inside one journey.
#[derive(Clone, Debug, PartialEq)]
pub enum JourneyEdit {
    /// Adds a phase at position `to`, from 0, or at the end.
    AddPhase {
        /// Its identifier.
        id: Id,
        /// Its name and goal; it begins without touchpoints.
        phase: Box<Phase>,
        /// Its position.
        to: Option<usize>,
    },
    /// Changes a phase's name and goal; its touchpoints stay.
    PutPhase(Id, Box<Phase>),
    /// Moves a phase with its touchpoints to position `to`, from 0, among the others.
    MovePhase {
        /// The phase.
        id: Id,
        /// Its new position.
        to: usize,
    },
    /// Removes a phase with its touchpoints.
    RemovePhase(Id),
    /// Copies a phase with its touchpoints, and the links and waits among them, to right after it.
    DuplicatePhase {
        /// The phase.
        id: Id,
        /// The identifier of the copy.
        copy: Id,
        /// For each of its touchpoints, the identifier of the copy.
        touchpoints: Vec<(Id, Id)>,
    },
    /// Adds a touchpoint to a phase at position `to`, from 0, or at the end.
    AddTouchpoint {
        /// Its identifier.
        id: Id,
        /// The touchpoint.
        touchpoint: Box<Touchpoint>,
        /// The phase.
        phase: Id,
        /// Its position in the phase.
        to: Option<usize>,
    },
    /// Changes a touchpoint.
    PutTouchpoint(Id, Box<Touchpoint>),
    /// Moves a touchpoint to position `to`, from 0, among the others of a phase.
    MoveTouchpoint {
        /// The touchpoint.
        id: Id,
        /// The phase it goes to.
        phase: Id,
        /// Its position there.
        to: usize,
    },
    /// Removes a touchpoint with its steps.
    RemoveTouchpoint(Id),
    /// Copies a touchpoint, without its comments, to right after it.
    DuplicateTouchpoint {
        /// The touchpoint.
        id: Id,
        /// The identifier of the copy.
        copy: Id,
    },
    /// Draws a link, or changes its label and share. The first link out of a touchpoint also writes its
    /// default step as a link.
    PutLink {
        /// The step.
        key: StepKey,
        /// When this way is taken.
        label: Option<String>,
        /// How many of the customers take it.
        share: Option<Percent>,
    },
    /// Removes a link; without links the order leads on again.
    RemoveLink(StepKey),
    /// Sets how long the customer waits at a step.
    SetWait(StepKey, Option<Minutes>),
    /// Sets the card of a handoff; `None` empties it.
    PutCard(StepKey, Option<Box<Card>>),
    /// Puts an unplaced card on a handoff without a card.
    PlaceCard {
        /// The unplaced card.
        id: Id,
        /// The handoff.
        to: StepKey,
    },
    /// Throws an unplaced card away.
    RemoveUnplacedCard(Id),
}

/// Something an edit did beside what was asked, for the person to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A handoff card moved along to the handoff that took the place of its own.
    CardMoved {
        /// The journey.
        journey: Id,
        /// Where it was.
        from: StepKey,
        /// Where it is.
        to: StepKey,
    },
    /// A handoff card lost its handoff and waits among the unplaced cards.
    CardUnplaced {
        /// The journey.
        journey: Id,
        /// Where it was.
        from: StepKey,
    },
}

/// The version an edit made, and what else it did.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The next version.
    pub workspace: Workspace,
    /// What the person should know.
    pub notices: Vec<Notice>,
}

/// Makes the version that an edit leads to. The version it starts from stays as it is.
///
/// # Errors
/// Where the edit names something that is not there, would leave a reference to nothing, or would break
/// the order of things.
pub fn apply(workspace: &Workspace, edit: &Edit) -> Result<Applied, EditError> {
    let mut next = workspace.clone();
    change(&mut next, edit)?;
    let notices = cards::settle(workspace, &mut next);
    Ok(Applied { workspace: next, notices })
}

fn change(workspace: &mut Workspace, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::SetTitle(title) => workspace.title.clone_from(title),
        Edit::PutSettings(settings) => workspace.settings.clone_from(settings),
        Edit::PutEntry(id, entry) => registers::put(workspace, *id, entry)?,
        Edit::RemoveEntry(kind, id) => registers::remove(workspace, *kind, *id)?,
        Edit::MergeEntries(kind, from, into) => registers::merge(workspace, *kind, *from, *into)?,
        Edit::MoveDepartment { id, to } => move_in_order(&mut workspace.department_order, *id, *to)?,
        Edit::AddJourney { id, journey, to } => journeys::add(workspace, *id, journey, *to)?,
        Edit::PutJourney(id, journey) => journeys::put(workspace, *id, journey)?,
        Edit::MoveJourney { id, to } => move_in_order(&mut workspace.journey_order, *id, *to)?,
        Edit::RemoveJourney(id) => journeys::remove(workspace, *id)?,
        Edit::InJourney(id, edit) => journeys::change(workspace, *id, edit)?,
        Edit::PutWaiver(id, waiver) => drop(workspace.waivers.insert(*id, waiver.as_ref().clone().into())),
        Edit::RemoveWaiver(id) => remove_from(&mut workspace.waivers, *id)?,
        Edit::PutCommittee(committee) => {
            check_references(workspace, committee.as_ref())?;
            let before = workspace.committee.take();
            let decisions = before.map(|committee| committee.decisions).unwrap_or_default();
            workspace.committee = Some(SteeringCommittee { decisions, ..committee.as_ref().clone() });
        }
        Edit::PutSnapshot(id, snapshot) => {
            check_references(workspace, snapshot.as_ref())?;
            workspace.snapshots.insert(*id, snapshot.as_ref().clone().into());
        }
        Edit::RemoveSnapshot(id) => remove_from(&mut workspace.snapshots, *id)?,
        Edit::PutView(id, view) => drop(workspace.views.insert(*id, view.as_ref().clone().into())),
        Edit::RemoveView(id) => remove_from(&mut workspace.views, *id)?,
        Edit::Replace(other) => journeys::replace(workspace, other)?,
        Edit::Batch(edits) => edits.iter().try_for_each(|edit| change(workspace, edit))?,
    }
    Ok(())
}

/// Refuses a value that refers to something that does not exist.
fn check_references<T: Field>(workspace: &Workspace, value: &T) -> Result<(), EditError> {
    let mut dangling = None;
    value.references(&mut |kind, id| {
        if dangling.is_none() && !workspace.contains(kind, id) {
            dangling = Some(EditError::Dangling(kind, id));
        }
    });
    dangling.map_or(Ok(()), Err)
}

fn remove_from<T: Field>(map: &mut Map<T>, id: Id) -> Result<(), EditError> {
    map.remove(&id).map(drop).ok_or(EditError::NotThere(id))
}

/// Moves `id` to position `to` among the others, cut at the end.
fn move_in_order(order: &mut Vec<Id>, id: Id, to: usize) -> Result<(), EditError> {
    let from = order.iter().position(|other| *other == id).ok_or(EditError::NotThere(id))?;
    order.remove(from);
    order.insert(to.min(order.len()), id);
    Ok(())
}

/// Puts `id` at position `to`, or at the end.
fn insert_in_order(order: &mut Vec<Id>, id: Id, to: Option<usize>) {
    order.insert(to.unwrap_or(order.len()).min(order.len()), id);
}
