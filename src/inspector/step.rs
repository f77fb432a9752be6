//! The chosen step: a handoff with its card, a plain step, or one that is still undecided.

use crosslane_core::edit::JourneyEdit;
use crosslane_core::edit::form::{Place, name_of};
use crosslane_core::flow::{Flow, Node};
use crosslane_core::model::{EntityKind, Id, StepKey};
use crosslane_core::route::Selection;
use crosslane_words::ui::{inspector as words, shell};

use super::findings::{self, At};
use super::panel::Panel;
use super::{card, header, risk};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{DepartmentChip, DepartmentMark, fields};

/// What kind of step it is.
#[derive(Clone, Default, PartialEq)]
enum Kind {
    /// A handoff, with the steps it leads over.
    Handoff(Vec<StepKey>),
    /// Both have the same owner.
    SameOwner,
    /// The customer goes on alone.
    CustomerAlone,
    /// An owner or a stage is missing, at these touchpoints.
    Undecided(Vec<Id>),
    /// The flow does not lead from the one to the other.
    #[default]
    NoStep,
}

fn kind_of(flow: &Flow, key: StepKey) -> Kind {
    let (Some(from), Some(to)) = (flow.node_of(key.from), flow.node_of(key.to)) else { return Kind::NoStep };
    if let Some(handoff) = flow.handoff(key) {
        return Kind::Handoff(handoff.legs().map(|(from, to)| flow.key(from, to)).collect());
    }
    if flow.step(from, to).is_none() {
        return Kind::NoStep;
    }
    let ends = [&flow.nodes()[from], &flow.nodes()[to]];
    let open = |node: &&Node| node.owner.is_none() && !node.customer_alone;
    let missing: Vec<Id> = ends.into_iter().filter(open).map(|node| node.id).collect();
    match missing.is_empty() {
        false => Kind::Undecided(missing),
        true if ends.iter().any(|node| node.customer_alone) => Kind::CustomerAlone,
        true => Kind::SameOwner,
    }
}

/// Everything about a step.
pub fn step(state: State, panel: Panel, key: StepKey) -> AnyView {
    let kind = Memo::new(move |_| {
        state.evaluation().map_or(Kind::NoStep, |evaluation| kind_of(&evaluation.flow, key))
    });
    let is_handoff = Memo::new(move |_| kind.with(|kind| matches!(kind, Kind::Handoff(_))));
    let title = move || if is_handoff.get() { words::HANDOFF } else { words::STEP };
    let head = view! {
        <div class="inspector-head">
            <h2 class="inspector-kind">{title}</h2>
            <div class="inspector-tools">{header::close(state)}</div>
        </div>
    };
    view! {
        {head}
        <div class="inspector-body">
            {ends(state, key)}
            {move || body(state, panel, key, kind.get())}
        </div>
    }
    .into_any()
}

fn body(state: State, panel: Panel, key: StepKey, kind: Kind) -> AnyView {
    let said = |text: &'static str| view! { <p class="inspector-note">{text}</p> };
    match kind {
        Kind::Handoff(legs) => view! {
            {risk::risk(state, key)}
            {findings::findings(state, panel, At::Step(key))}
            {way(state, &legs)}
            {link_of(state, key, &legs)}
            {card::card(state, panel, key)}
        }
        .into_any(),
        Kind::SameOwner => view! { {said(words::SAME_OWNER)} {plain(state, key)} }.into_any(),
        Kind::CustomerAlone => view! { {said(words::CUSTOMER_ALONE)} {plain(state, key)} }.into_any(),
        Kind::Undecided(missing) => view! {
            {said(words::UNDECIDED)}
            {missing.into_iter().map(|id| decide(state, id)).collect_view()}
            {plain(state, key)}
        }
        .into_any(),
        Kind::NoStep => view! { {said(words::NO_STEP)} {draw(state, key)} }.into_any(),
    }
}

/// An end of the step: its name, its owner, and a way to it.
#[derive(Clone, PartialEq)]
struct End {
    name: String,
    owner: Option<(DepartmentMark, String)>,
    without: &'static str,
}

fn end_of(state: State, id: Id) -> Option<End> {
    let (workspace, (_, journey)) = (state.workspace()?, state.journey()?);
    let touchpoint = journey.touchpoints.get(&id)?;
    let department = |id: Id| {
        (DepartmentMark::of(&workspace, id), name_of(&workspace, EntityKind::Department, id).into_owned())
    };
    let alone = touchpoint.stage == Some(crosslane_core::model::Stage::Customer);
    Some(End {
        name: shell::or_untitled(&touchpoint.name).to_owned(),
        owner: touchpoint.owner.map(|owner| department(owner.id())),
        without: if alone { words::ALONE } else { words::NO_OWNER },
    })
}

fn ends(state: State, key: StepKey) -> AnyView {
    let end = move |id: Id, class: &'static str| {
        let end = Memo::new(move |_| end_of(state, id));
        let shown = move || {
            end.get().map(|End { name, owner, without }| {
                let owner = match owner {
                    Some((mark, name)) => view! { <DepartmentChip mark=mark name=name /> }.into_any(),
                    None => view! { <span class="quiet">{without}</span> }.into_any(),
                };
                view! { <span class="step-end-name" dir="auto">{name}</span> {owner} }
            })
        };
        view! {
            <li class=class>
                <button class="step-end" type="button" on:click=move |_| findings::go_to(state, id)>{shown}</button>
            </li>
        }
    };
    view! { <ol class="step-ends">{end(key.from, "step-from")} {end(key.to, "step-to")}</ol> }.into_any()
}

/// The waits on the way of a handoff, a field for each step of it.
fn way(state: State, legs: &[StepKey]) -> AnyView {
    let several = legs.len() > 1;
    let name = move |id: Id| {
        let (_, journey) = state.journey()?;
        Some(shell::or_untitled(&journey.touchpoints.get(&id)?.name).to_owned())
    };
    let leg = |key: &StepKey| {
        let StepKey { from, to } = *key;
        let heading = several.then(|| {
            let text = move || words::leg(&name(from).unwrap_or_default(), &name(to).unwrap_or_default());
            view! {
                <button class="link" type="button" dir="auto" on:click=move |_| state.select(Selection::Step(StepKey::new(from, to)))>
                    {text}
                </button>
            }
        });
        view! { <li>{heading} {fields::field(state, Place::Step(*key), "wait")}</li> }
    };
    view! {
        <section class="inspector-part">
            {several.then(|| view! { <h3>{words::WAY}</h3> })}
            <ol class="way">{legs.iter().map(leg).collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// The link of a handoff that leads there directly.
fn link_of(state: State, key: StepKey, legs: &[StepKey]) -> AnyView {
    if legs.len() == 1 { link(state, key) } else { ().into_any() }
}

/// Wait and link of a step that is no handoff.
fn plain(state: State, key: StepKey) -> AnyView {
    view! {
        <section class="inspector-part">{fields::field(state, Place::Step(key), "wait")}</section>
        {link(state, key)}
    }
    .into_any()
}

fn link(state: State, key: StepKey) -> AnyView {
    let explicit = Memo::new(move |_| {
        let journey = state.journey();
        journey.is_some_and(|(_, journey)| journey.steps.get(&key).is_some_and(|step| step.link.is_some()))
    });
    let remove = move |_| {
        state.edit_journey(JourneyEdit::RemoveLink(key));
    };
    let shown = move || {
        if !explicit.get() {
            return view! { <p class="quiet">{words::BY_ORDER}" "{draw(state, key)}</p> }.into_any();
        }
        view! {
            {fields::fields(state, Place::Link(key), &["label", "share"])}
            <button class="link" type="button" on:click=remove>{words::REMOVE_LINK}</button>
        }
        .into_any()
    };
    view! { <section class="inspector-part" aria-label=words::LINK>{shown}</section> }.into_any()
}

fn draw(state: State, key: StepKey) -> AnyView {
    let draw = move |_| {
        state.edit_journey(JourneyEdit::PutLink { key, label: None, share: None });
    };
    view! {
        <button class="link" type="button" title=words::DRAW_LINK_HINT on:click=draw>{words::DRAW_LINK}</button>
    }
    .into_any()
}

/// What is missing to tell whether the step is a handoff, ready to be filled in.
fn decide(state: State, id: Id) -> AnyView {
    let name = Memo::new(move |_| {
        let journey = state.journey();
        let name = journey.and_then(|(_, journey)| Some(journey.touchpoints.get(&id)?.name.clone()));
        shell::or_untitled(&name.unwrap_or_default()).to_owned()
    });
    view! {
        <section class="inspector-part decide">
            <h3 dir="auto">{move || name.get()}</h3>
            {fields::fields(state, Place::Touchpoint(id), &["owner", "stage"])}
        </section>
    }
    .into_any()
}
