//! A touchpoint's card: read, typed into and taken up in place.

use crosslane_core::layout::{CardMark, LaneKind};
use crosslane_core::model::{Id, Stage};
use crosslane_core::route::{Selection, View};
use crosslane_words::labels::Label;
use crosslane_words::ui::map as words;
use leptos::ev;

use super::overlay::{self, Choice};
use super::scene::{Scene, TouchpointMemo};
use super::session::Editing;
use super::viewport::BAND;
use super::{dom, drag, edits, face, name};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{DepartmentMark, Icon, IconView, severity_icon};

/// Who owns a touchpoint, as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnerMark {
    /// The lane it stands in.
    pub lane: LaneKind,
    /// The name of the department, or what stands in its place.
    pub name: String,
    /// The colour of the department.
    pub mark: Option<DepartmentMark>,
}

impl OwnerMark {
    /// The owner of a touchpoint. Reactive.
    pub fn of(scene: Scene, touchpoint: TouchpointMemo) -> Option<Self> {
        let touchpoint = touchpoint.get()?;
        let Some(owner) = touchpoint.owner else {
            let alone = touchpoint.stage == Some(Stage::Customer);
            let (lane, name) =
                if alone { (LaneKind::Customer, words::CUSTOMER) } else { (LaneKind::Open, words::WHO_OWNS) };
            return Some(Self { lane, name: name.to_owned(), mark: None });
        };
        let workspace = scene.registers.get()?;
        Some(Self {
            lane: LaneKind::Department(owner.id()),
            name: workspace.department_name(owner.id()).to_owned(),
            mark: Some(DepartmentMark::of(&workspace, owner.id())),
        })
    }

    /// The word for its looks.
    pub fn word(&self) -> &'static str {
        match self.lane {
            LaneKind::Customer => "customer",
            LaneKind::Open => "open",
            LaneKind::Department(_) => "department",
        }
    }
}

/// The card of a touchpoint on the map by department.
pub fn card(state: State, scene: Scene, id: Id) -> AnyView {
    let place = Memo::new(move |_| {
        let column = scene.column_of(id)?;
        Some(scene.lanes.with(|layout| layout.card(column)))
    });
    let touchpoint = Memo::new(move |_| scene.touchpoint(id));
    let owner = Memo::new(move |_| OwnerMark::of(scene, touchpoint));
    let mark = Memo::new(move |_| scene.card_mark(id));
    let chosen = Memo::new(move |_| scene.selection.get() == Selection::Touchpoint(id));
    let hue = move || {
        let mark = owner.get()?.mark?;
        Some((mark.hue_text(), mark.own.unwrap_or_default()))
    };
    view! {
        <div
            id=dom::card_id(id)
            class="map-card"
            class:chosen=move || chosen.get()
            class:department-own=move || hue().is_some_and(|(_, own)| !own.is_empty())
            class:map-merged=move || crate::incoming::is_marked(id)
            class:map-taken=move || drag::takes(state, id)
            class:map-target=move || drag::targets(state, id)
            data-owner=move || owner.with(|owner| owner.as_ref().map(OwnerMark::word))
            style:--hue=move || hue().map(|(hue, _)| hue).unwrap_or_default()
            style:--own=move || hue().map(|(_, own)| own).unwrap_or_default()
            style:transform=move || {
                place.get().map(|at| format!("translate({}px, {}px)", at.x, at.y + BAND)).unwrap_or_default()
            }
            role="group"
            aria-label=move || said(touchpoint, owner, mark)
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            on:click=move |event| clicked(state, &event, id, chosen.get_untracked())
            on:dblclick=move |event| {
                if on_card(&event) {
                    edits::name(state, id, false);
                }
            }
            on:pointerdown=move |event| {
                if on_card(&event) {
                    drag::press(state, scene, &event, drag::Dragged::Touchpoint(id));
                }
            }
        >
            {title(state, id, touchpoint)}
            {foot(state, scene, id, touchpoint, owner)}
            {badges(state, id, touchpoint, mark)}
            {tools(state, scene, id)}
        </div>
    }
    .into_any()
}

/// What the card says to those who do not see it.
fn said(touchpoint: TouchpointMemo, owner: Memo<Option<OwnerMark>>, mark: Memo<CardMark>) -> String {
    let Some(touchpoint) = touchpoint.get() else { return String::new() };
    let owner = owner.with(|owner| owner.as_ref().map(|owner| owner.name.clone())).unwrap_or_default();
    let mark = mark.get();
    let satisfaction = touchpoint.satisfaction.map(crosslane_core::model::Rating::value);
    words::card(&touchpoint.name, &owner, satisfaction, mark.flags, mark.questions)
}

/// Whether the pointer is on the card itself, not on something in it that has a meaning of its own.
fn on_card(event: &web_sys::Event) -> bool {
    dom::closest(event, "button, textarea, input").is_none()
}

/// The first click chooses, a second one on the name types into it.
fn clicked(state: State, event: &ev::MouseEvent, id: Id, chosen: bool) {
    if !on_card(event) {
        return;
    }
    if chosen && dom::closest(event, ".map-card-name").is_some() {
        edits::name(state, id, false);
    } else {
        state.select(Selection::Touchpoint(id));
        dom::focus_now(&dom::card_id(id));
    }
}

/// The name, or the field to type it into.
pub fn title(state: State, id: Id, touchpoint: TouchpointMemo) -> AnyView {
    let text = Memo::new(move |_| touchpoint.get().map(|found| found.name.clone()).unwrap_or_default());
    let editing = Memo::new(move |_| match state.map().editing.get() {
        Some(Editing::Touchpoint { id: edited, fresh }) if edited == id => Some(fresh),
        _ => None,
    });
    (move || match editing.get() {
        Some(fresh) => name::touchpoint(state, id, fresh, text.get_untracked()),
        None => view! {
            <p class="map-card-name" dir="auto" class:quiet=move || text.with(|text| text.trim().is_empty()) title=move || text.get()>
                {move || words::touchpoint(&text.get()).to_owned()}
            </p>
        }
        .into_any(),
    })
    .into_any()
}

fn foot(
    state: State,
    scene: Scene,
    id: Id,
    touchpoint: TouchpointMemo,
    owner: Memo<Option<OwnerMark>>,
) -> AnyView {
    let stage_of = Memo::new(move |_| touchpoint.get()?.stage);
    let owner_id = StoredValue::new(["owner-", id.as_str()].concat());
    let open_owner = move |_| {
        state.select(Selection::Touchpoint(id));
        let choice = Choice::Owner { id, flow: false };
        owner_id.with_value(|beside| overlay::open(state, choice, beside, dom::card_id(id)));
    };
    view! {
        <div class="map-card-foot">
            <button
                id=owner_id.get_value()
                class="map-owner"
                type="button"
                tabindex=move || inside_tab(scene, id)
                aria-haspopup="listbox"
                title=move || owner.get().map(|owner| owner.name).unwrap_or_default()
                on:click=open_owner
            >
                <span class="department-mark" aria-hidden="true"></span>
                <span class="map-owner-name" dir="auto">{move || owner.get().map(|owner| owner.name)}</span>
            </button>
            {move || stage_of.get().map(stage)}
            {feeling(state, scene, id, touchpoint)}
        </div>
    }
    .into_any()
}

/// What is inside a card can be reached by Tab only while the card is chosen.
fn inside_tab(scene: Scene, id: Id) -> &'static str {
    if scene.selection.get() == Selection::Touchpoint(id) { "0" } else { "-1" }
}

/// Whether the customer sees it.
fn stage(stage: Stage) -> AnyView {
    let path = match stage {
        Stage::Customer => "M8 2.5a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5M2.8 14a5.2 5.2 0 0 1 10.4 0",
        Stage::Frontstage => {
            "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4"
        }
        Stage::Backstage | Stage::Support => {
            "M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8ZM2.5 13.5l11-11"
        }
    };
    view! {
        <span class="map-stage-mark" title=stage.label() role="img" aria-label=stage.label()>
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=path /></svg>
        </span>
    }
    .into_any()
}

fn feeling(state: State, scene: Scene, id: Id, touchpoint: TouchpointMemo) -> AnyView {
    let value = Memo::new(move |_| touchpoint.get()?.satisfaction.map(crosslane_core::model::Rating::value));
    let button_id = StoredValue::new(["feel-", id.as_str()].concat());
    let open = move |_| {
        state.select(Selection::Touchpoint(id));
        button_id.with_value(|beside| overlay::open(state, Choice::Feeling(id), beside, dom::card_id(id)));
    };
    let name = move || match value.get() {
        Some(value) => format!("{}: {}", words::FEELING, words::feeling(value)),
        None => words::FEELING.to_owned(),
    };
    view! {
        <button
            id=button_id.get_value()
            class="map-feel"
            type="button"
            tabindex=move || inside_tab(scene, id)
            aria-haspopup="true"
            title=name
            aria-label=name
            on:click=open
        >
            {move || face::face(value.get())}
        </button>
    }
    .into_any()
}

/// Flags, open questions and comments: they lead to where these are explained.
pub fn badges(state: State, id: Id, touchpoint: TouchpointMemo, mark: Memo<CardMark>) -> AnyView {
    let comments = Memo::new(move |_| {
        touchpoint
            .get()
            .map_or(0, |found| found.comments.values().filter(|said| said.settled != Some(true)).count())
    });
    let to_flags = move || {
        if let Some(journey) = state.journey_id_untracked() {
            state.jump(View::Flags, journey, Selection::Touchpoint(id));
        }
    };
    let to_panel = move || {
        state.select(Selection::Touchpoint(id));
        state.map().panel.set(true);
    };
    view! {
        <div class="map-badges">
            {move || {
                let mark = mark.get();
                mark.severity.map(|severity| {
                    let icon = severity_icon(severity);
                    badge(severity.word(), icon, mark.flags, words::flags(severity, mark.flags), to_flags)
                })
            }}
            {move || {
                let questions = mark.get().questions;
                (questions > 0).then(|| badge("open", Icon::Question, questions, words::questions(questions), to_flags))
            }}
            {move || {
                let open = comments.get();
                (open > 0).then(|| badge("comment", Icon::Comment, open, words::comments(open), to_panel))
            }}
        </div>
    }
    .into_any()
}

fn badge(kind: &'static str, icon: Icon, count: usize, label: String, run: impl Fn() + 'static) -> AnyView {
    view! {
        <button class="badge map-badge" type="button" tabindex="-1" data-severity=kind title=label.clone() aria-label=label on:click=move |_| run()>
            <IconView icon=icon />
            {count}
        </button>
    }
    .into_any()
}

/// The menu and the handle that draws links: shown while the pointer or the focus is on the card.
fn tools(state: State, scene: Scene, id: Id) -> AnyView {
    let handle = move |event: ev::PointerEvent| drag::press(state, scene, &event, drag::Dragged::Link(id));
    view! {
        {more(state, scene, id)}
        <span class="map-handle" title=words::LINK_HANDLE aria-hidden="true" on:pointerdown=handle></span>
    }
    .into_any()
}

/// The menu of a touchpoint.
pub fn more(state: State, scene: Scene, id: Id) -> AnyView {
    let more_id = StoredValue::new(["more-", id.as_str()].concat());
    let open = move |_| {
        state.select(Selection::Touchpoint(id));
        more_id.with_value(|beside| {
            overlay::open(state, Choice::Touchpoint(id), beside, edits::focus_id(state, id));
        });
    };
    view! {
        <button
            id=more_id.get_value()
            class="map-more"
            type="button"
            tabindex=move || inside_tab(scene, id)
            aria-haspopup="menu"
            title=words::MORE
            aria-label=words::MORE
            on:click=open
        >
            <IconView icon=Icon::More />
        </button>
    }
    .into_any()
}
