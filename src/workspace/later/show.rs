//! Showing what later parts make, and meanwhile that it is on its way.

use crosslane_core::route::View;
use crosslane_words::ui::shell;

use super::{LaterPart, PartName, Stands, ask, known};
use crate::app::{Dialog, parts};
use crate::reactive::prelude::*;
use crate::ui::Modal;
use crate::workspace::dialogs::shut_if_nothing;

/// Asks for the part of a view with the first sign that it is wanted.
pub fn expect(view: View) {
    of_view(view).into_iter().for_each(ask);
}

/// The part a view is in; the map is always here.
fn of_view(view: View) -> Option<PartName> {
    match view {
        View::Map => None,
        View::Table => Some(PartName::Table),
        View::Handoffs | View::Flags => Some(PartName::Findings),
        View::Departments => Some(PartName::Departments),
        View::Act => Some(PartName::Act),
        View::Compare | View::Snapshots => Some(PartName::Compare),
        View::Report => Some(PartName::Report),
    }
}

/// The part a dialog is in; `None` where it is always here.
fn of_dialog(dialog: Dialog) -> Option<PartName> {
    match dialog {
        Dialog::Palette
        | Dialog::Shortcuts
        | Dialog::Journeys
        | Dialog::DeleteWorkspace(_)
        | Dialog::RenameWorkspace => None,
        Dialog::Incoming => Some(PartName::Incoming),
        Dialog::Pasting => Some(PartName::Table),
        Dialog::Versions | Dialog::Storage => Some(PartName::Versions),
        Dialog::Export | Dialog::ShareLink => Some(PartName::Sharing),
        Dialog::Waive => Some(PartName::Findings),
        Dialog::DeleteEntry(..) | Dialog::MergeEntry(..) => Some(PartName::Departments),
    }
}

/// A view of a later part; `None` where it is always here.
pub fn view(view: View) -> Option<AnyView> {
    let name = of_view(view)?;
    let make = move |part: &'static LaterPart| (part.view)(view);
    Some(shown(name, Box::new(make), || parts::on_its_way().into_any(), parts::missing))
}

/// A dialog of a later part; `None` where it is always here.
pub fn dialog(dialog: Dialog) -> Option<AnyView> {
    let name = of_dialog(dialog)?;
    let make = move |part: &'static LaterPart| {
        shut_if_nothing(dialog);
        (part.dialog)(dialog)
    };
    let missing =
        |again| view! { <Modal title=shell::PART_MISSING>{parts::missing(again)}</Modal> }.into_any();
    Some(shown(name, Box::new(make), || ().into_any(), missing))
}

/// Shows what a later part makes, and what is said while it is on its way and where it did not arrive.
fn shown(
    name: PartName,
    make: Box<dyn Fn(&'static LaterPart) -> AnyView + Send>,
    on_its_way: fn() -> AnyView,
    missing: fn(Again) -> AnyView,
) -> AnyView {
    ask(name);
    (move || match known(name, |known| (known.stands.get(), known.part.get())) {
        Some((Stands::Here, Some(part))) => make(part),
        Some((Stands::Failed, _)) => missing(Box::new(move || ask(name))),
        _ => on_its_way(),
    })
    .into_any()
}

/// Asks once more for what did not arrive.
pub type Again = Box<dyn Fn() + Send>;
