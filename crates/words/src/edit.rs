//! Edits: what they are called, why they are refused, what they did beside what was asked.

use crosslane_core::edit::{Edit, EditError, Notice};
use crosslane_core::model::{EntityKind, Id, Journey, StepKey, Workspace};

use crate::en::edits as en;
use crate::labels::Label;
use crate::name;
use crate::template::{self, Filling};

/// What an edit does, for undo and redo, such as `move a touchpoint`.
pub fn label(edit: &Edit) -> &'static str {
    en::edit(edit)
}

/// Why an edit was refused, in a sentence. `workspace` is the version it was meant for.
pub fn refused(workspace: &Workspace, error: &EditError) -> String {
    match error {
        EditError::NotThere(_) => en::NOT_THERE.to_owned(),
        EditError::Taken(_) => en::TAKEN.to_owned(),
        EditError::Dangling(kind, _) => {
            let kind = kind.label().to_lowercase();
            template::fill(en::DANGLING, &|_| Some(Filling::one(kind.clone()))).unwrap_or_default()
        }
        EditError::StepToItself(id) => {
            let touchpoint = touchpoint(workspace, journey_with(workspace, *id), *id);
            template::fill(en::STEP_TO_ITSELF, &|_| Some(Filling::one(touchpoint.clone())))
                .unwrap_or_default()
        }
        EditError::IntoItself(_) => en::INTO_ITSELF.to_owned(),
        EditError::NoHandoff(key) => of_step(en::NO_HANDOFF, workspace, *key),
        EditError::HasCard(key) => of_step(en::HAS_CARD, workspace, *key),
        EditError::CopiesDoNotMatch => en::COPIES_DO_NOT_MATCH.to_owned(),
        EditError::DoesNotFit => en::DOES_NOT_FIT.to_owned(),
    }
}

/// What an edit did beside what was asked. `before` is the version it started from: what it removed still
/// has a name there.
pub fn notice(before: &Workspace, after: &Workspace, notice: &Notice) -> String {
    let (template, journey, old, new) = match notice {
        Notice::CardMoved { journey, from, to } => (en::CARD_MOVED, *journey, *from, *to),
        Notice::CardUnplaced { journey, from } => (en::CARD_UNPLACED, *journey, *from, *from),
    };
    let of = |workspace: &Workspace, id: Id| {
        touchpoint(workspace, workspace.journeys.get(&journey).map(AsRef::as_ref), id)
    };
    let fill = |gap: &str| {
        Some(Filling::one(match gap {
            "from" => of(before, old.from),
            "to" => of(before, old.to),
            "new_from" => of(after, new.from),
            "new_to" => of(after, new.to),
            _ => return None,
        }))
    };
    template::fill(template, &fill).unwrap_or_default()
}

fn of_step(template: &str, workspace: &Workspace, key: StepKey) -> String {
    let journey = journey_with(workspace, key.from);
    let fill = |gap: &str| {
        let id = if gap == "from" { key.from } else { key.to };
        Some(Filling::one(touchpoint(workspace, journey, id)))
    };
    template::fill(template, &fill).unwrap_or_default()
}

fn touchpoint(workspace: &Workspace, journey: Option<&Journey>, id: Id) -> String {
    name::shown(workspace, journey, EntityKind::Touchpoint, id)
}

fn journey_with(workspace: &Workspace, touchpoint: Id) -> Option<&Journey> {
    workspace
        .journeys
        .values()
        .find(|journey| journey.touchpoints.contains_key(&touchpoint))
        .map(AsRef::as_ref)
}
