//! The chosen touchpoint.

use crosslane_core::edit::form::{Place, TOUCHPOINT_GROUPS, name_of};
use crosslane_core::model::{EntityKind, Id, StepKey};
use crosslane_core::route::Selection;
use crosslane_words::ui::{inspector as words, shell};

use super::findings::{self, At};
use super::panel::Panel;
use super::{comments, group, header, risk, terms};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{DepartmentChip, DepartmentMark};

/// Everything about a touchpoint.
pub fn touchpoint(state: State, panel: Panel, id: Id) -> AnyView {
    let place = Place::Touchpoint(id);
    let groups = TOUCHPOINT_GROUPS
        .iter()
        .map(|(of, names)| group::of_fields(state, panel, place, *of, names))
        .collect_view();
    let tools = view! {
        {header::neighbours(state, id)}
        {header::close(state)}
    };
    view! {
        {header::head(words::TOUCHPOINT, tools.into_any())}
        <div class="inspector-body">
            {header::name(state, place, "name")}
            {findings::findings(state, panel, At::Touchpoint(id))}
            {handoffs(state, id)}
            {groups}
            {terms::terms(state, panel, id)}
            {comments::comments(state, panel, place)}
        </div>
    }
    .into_any()
}

/// A handoff into or out of the touchpoint.
#[derive(Clone, PartialEq)]
struct Line {
    key: StepKey,
    out: bool,
    name: String,
    mark: DepartmentMark,
    department: String,
    risk: risk::Level,
}

fn lines(state: State, id: Id) -> Vec<Line> {
    let (Some(workspace), Some(evaluation), Some((_, journey))) =
        (state.workspace(), state.evaluation(), state.journey())
    else {
        return Vec::new();
    };
    let flow = &evaluation.flow;
    let Some(node) = flow.node_of(id) else { return Vec::new() };
    let here = flow.handoffs().iter().filter(|handoff| handoff.from == node || handoff.to == node);
    here.map(|handoff| {
        let out = handoff.from == node;
        let (other, department) =
            if out { (handoff.to, handoff.to_department) } else { (handoff.from, handoff.from_department) };
        let key = flow.key(handoff.from, handoff.to);
        let other = journey.touchpoints.get(&flow.nodes()[other].id);
        Line {
            key,
            out,
            name: shell::or_untitled(other.map_or("", |touchpoint| touchpoint.name.as_str())).to_owned(),
            mark: DepartmentMark::of(&workspace, department),
            department: name_of(&workspace, EntityKind::Department, department).into_owned(),
            risk: risk::level(&evaluation, key),
        }
    })
    .collect()
}

fn handoffs(state: State, id: Id) -> AnyView {
    let lines = Memo::new(move |_| lines(state, id));
    let list = move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <section class="inspector-part">
                    <h3>{words::HANDOFFS_HERE}</h3>
                    <ul class="link-list">{lines.into_iter().map(|line| row(state, line)).collect_view()}</ul>
                </section>
            }
        })
    };
    list.into_any()
}

fn row(state: State, line: Line) -> impl IntoView {
    let key = line.key;
    view! {
        <li>
            <button class="link-row" type="button" on:click=move |_| state.select(Selection::Step(key))>
                <span class="quiet">{if line.out { words::GOES_TO } else { words::COMES_FROM }}</span>
                <DepartmentChip mark=line.mark name=line.department />
                <span class="link-name" dir="auto">{line.name}</span>
                {risk::badge(line.risk)}
            </button>
        </li>
    }
}
