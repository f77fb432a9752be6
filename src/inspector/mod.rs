//! The inspector: everything about what is chosen, beside the view or as a sheet below it.

mod agreement;
mod card;
mod comments;
mod findings;
mod group;
mod header;
mod journey;
mod panel;
mod phase;
mod risk;
mod step;
mod terms;
mod touchpoint;

use crosslane_core::edit::form::Place;
use crosslane_core::model::{EntityKind, Id};
use crosslane_core::route::{Selection, View};
use crosslane_words::ui::inspector as words;

use crate::app::over::{self, Over};
use crate::app::{State, use_state};
use crate::map::on_a_phone;
use crate::reactive::prelude::*;
use crate::ui::page::{focus_first, focus_when_shown};
use crate::ui::{Icon, IconButton};
use panel::Panel;
pub use panel::{recalls_folded, remember_folded};

/// What the inspector shows.
#[derive(Clone, Copy, Default, PartialEq)]
enum Subject {
    /// There is no journey.
    #[default]
    Nothing,
    /// What was chosen is gone.
    Gone,
    /// Something of the journey.
    Of(Place),
}

fn subject(state: State) -> Subject {
    let Some((_, journey)) = state.journey() else { return Subject::Nothing };
    let there = |id: &Id| journey.touchpoints.contains_key(id);
    let (place, exists) = match state.selection() {
        Selection::Phase(id) => (Place::Phase(id), journey.phases.contains_key(&id)),
        Selection::Touchpoint(id) => (Place::Touchpoint(id), there(&id)),
        Selection::Step(key) => (Place::Step(key), there(&key.from) && there(&key.to)),
        _ => (Place::Journey, true),
    };
    if exists { Subject::Of(place) } else { Subject::Gone }
}

/// What people say at a place, and a field to say more, outside of the inspector.
pub fn comments_at(state: State, place: Place) -> AnyView {
    comments::comments(state, Panel::new(), place)
}

/// Shows a field: what it belongs to is chosen in `view`, and the field takes the focus.
pub fn show_field(state: State, view: View, journey: Id, place: Place, field: &str) {
    state.jump(view, journey, selection_of(place));
    state.focus_field.set(Some(place.key(field)));
}

/// Shows a field in the present view.
fn show_field_here(state: State, place: Place, field: &str) {
    let selection = selection_of(place);
    if selection != untrack(|| state.selection()) {
        state.select(selection);
    }
    state.focus_field.set(Some(place.key(field)));
}

/// What has to be chosen so that the fields of a place are shown.
fn selection_of(place: Place) -> Selection {
    match place {
        Place::Journey | Place::Settings => Selection::None,
        Place::Phase(id) => Selection::Phase(id),
        Place::Touchpoint(id) | Place::Promise(id, _) | Place::Standard(id, _) => Selection::Touchpoint(id),
        Place::Step(key) | Place::Link(key) | Place::Card(key) | Place::Side(key, _) => Selection::Step(key),
        Place::Entry(kind, id) => Selection::Entry(kind, id),
        Place::Steered(id, _) => Selection::Entry(EntityKind::Department, id),
        Place::Access(id, _) => Selection::Entry(EntityKind::System, id),
        Place::Label(id, _) => Selection::Entry(EntityKind::Term, id),
        Place::Contribution(id, _) => Selection::Entry(EntityKind::Goal, id),
        Place::Participant(id, _) | Place::Cycle(id, _) => Selection::Entry(EntityKind::Session, id),
        Place::Committee | Place::Members(_) | Place::BestPractice(_) => {
            Selection::Register(EntityKind::Decision)
        }
    }
}

/// Everything about what is chosen; about the journey where nothing is.
#[component]
pub fn Inspector() -> impl IntoView {
    let state = use_state();
    let panel = Panel::new();
    let subject = Memo::new(move |_| subject(state));
    Effect::new(move |_| {
        if let Some(field) = state.focus_field.get() {
            panel.folded.set(false);
            // Asked for until it is there: the group it stands in has to open first.
            let asked = field.clone();
            focus_when_shown(field, move || {
                if state.focus_field.with_untracked(|wanted| wanted.as_ref() == Some(&asked)) {
                    state.focus_field.set(None);
                }
            });
        }
    });
    let is_sheet = Memo::new(move |_| match subject.get() {
        Subject::Nothing => false,
        Subject::Of(Place::Journey) => header::on_map(state) || !panel.folded.get(),
        Subject::Gone | Subject::Of(_) => true,
    });
    if on_a_phone() {
        over::follow(state, Over::Panel, is_sheet, Callback::new(move |()| close(state, panel)));
    }
    let body = move || match subject.get() {
        Subject::Nothing => ().into_any(),
        Subject::Gone => gone(state),
        Subject::Of(Place::Journey) if panel.folded.get() && !header::on_map(state) => folded(panel),
        Subject::Of(place) => open(state, panel, place),
    };
    body.into_any()
}

fn open(state: State, panel: Panel, place: Place) -> AnyView {
    let content = match place {
        Place::Phase(id) => phase::phase(state, panel, id),
        Place::Touchpoint(id) => touchpoint::touchpoint(state, panel, id),
        Place::Step(key) => step::step(state, panel, key),
        _ => journey::journey(state, panel),
    };
    view! { <aside class="inspector" aria-label=words::INSPECTOR>{content}</aside> }.into_any()
}

fn gone(state: State) -> AnyView {
    view! {
        <aside class="inspector" aria-label=words::INSPECTOR>
            <div class="inspector-head">
                <p class="quiet">{words::GONE}</p>
                {header::close(state)}
            </div>
        </aside>
    }
    .into_any()
}

/// Closes the sheet that the inspector is on a phone.
fn close(state: State, panel: Panel) {
    match untrack(|| state.selection()) {
        _ if header::on_map(state) => crate::map::close_panel(state),
        Selection::None => panel.fold(true),
        _ => state.select(Selection::None),
    }
}

fn unfold(panel: Panel) {
    panel.fold(false);
    at_frame_always(|| focus_first(".inspector-head button"));
}

/// The facts of the journey can be folded away: they are seldom needed.
fn folded(panel: Panel) -> AnyView {
    view! {
        <aside class="inspector inspector-folded" aria-label=words::INSPECTOR>
            <IconButton icon=Icon::Info label=words::OPEN on_click=move || unfold(panel) />
        </aside>
    }
    .into_any()
}
