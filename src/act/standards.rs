//! Standards: what was agreed, where it holds, how touchpoints live it.

use crosslane_core::act::{LivedAt, lives};
use crosslane_core::edit::form::Place;
use crosslane_core::model::{EntityKind, Id, Ref, Standard, Workspace};
use crosslane_core::rules::Place as FlagPlace;
use crosslane_words::ui::act::standards as words;

use super::parts;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView, department_chip, fields};

/// All standards.
pub fn all(state: State) -> AnyView {
    let list = move || {
        let workspace = state.workspace()?;
        if workspace.standards.is_empty() {
            return Some(parts::none(EntityKind::Standard));
        }
        let cards = workspace.standards.iter().map(|(id, standard)| card(state, &workspace, *id, standard));
        Some(view! { <ul class="act-list">{cards.collect_view()}</ul> }.into_any())
    };
    view! { {list} }.into_any()
}

fn card(state: State, workspace: &Workspace, id: Id, standard: &Standard) -> AnyView {
    let lived = lives(workspace, standard);
    let count = |same: Option<bool>| lived.at.iter().filter(|at| at.same == same).count();
    let different = count(Some(false));
    let text = words::lives(count(Some(true)), different, count(None), lived.silent);
    let (severity, icon) = if different > 0 { ("warning", Icon::Warning) } else { ("info", Icon::Info) };
    view! {
        <li class="panel act-card">
            <h2>{parts::entry_link(state, workspace, EntityKind::Standard, id)}</h2>
            {facts(state, workspace, standard)}
            <p>
                <span class="badge" data-severity=severity>
                    <IconView icon=icon />
                    {text}
                </span>
            </p>
        </li>
    }
    .into_any()
}

fn facts(state: State, workspace: &Workspace, standard: &Standard) -> AnyView {
    let channel = standard.channel.map(|id| parts::called(workspace, EntityKind::Channel, id.id()));
    let holds = words::holds(channel.as_deref(), standard.phase.as_deref());
    let decision =
        standard.decision.map(|id| parts::entry_link(state, workspace, EntityKind::Decision, id.id()));
    view! {
        <dl class="act-facts">
            <div>
                <dt>{words::HOLDS}</dt>
                <dd dir="auto">{holds}</dd>
            </div>
            <div>
                <dt>{words::AGREED_BY}</dt>
                <dd>{parts::chips(workspace, standard.agreed_by.as_deref())}</dd>
            </div>
            {decision.map(|decision| view! {
                <div>
                    <dt>{words::FROM}</dt>
                    <dd>{decision}</dd>
                </div>
            })}
        </dl>
    }
    .into_any()
}

/// The page of a standard.
pub fn one(state: State, id: Id) -> AnyView {
    let place = Place::Entry(EntityKind::Standard, id);
    let names = ["subject", "value", "channel", "phase", "agreed_by", "decision"];
    let subject = Memo::new(move |_| state.workspace()?.standards.get(&id)?.subject.map(Ref::id));
    view! {
        {move || subject.get().map(|subject| parts::flags_at(state, FlagPlace::Subject(subject)))}
        <div class="act-fields">{fields::fields(state, place, &names)}</div>
        {parts::section(words::LIVED, lived(state, id))}
    }
    .into_any()
}

fn lived(state: State, id: Id) -> AnyView {
    let table = move || {
        let workspace = state.workspace()?;
        let lived = lives(&workspace, workspace.standards.get(&id)?);
        if lived.at.is_empty() {
            return Some(view! { <p class="quiet view-note">{words::LIVED_NOWHERE}</p> }.into_any());
        }
        let rows = lived.at.into_iter().map(|at| row(state, &workspace, at)).collect_view();
        Some(
            view! {
                <div class="table-frame" role="group" tabindex="0" aria-label=words::LIVED>
                    <table class="figures act-lived">
                        <thead>
                            <tr>
                                <th scope="col">{words::TOUCHPOINT}</th>
                                <th scope="col">{words::OWNER}</th>
                                <th scope="col">{words::VALUE}</th>
                                <th scope="col">{words::COMPARED}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
            .into_any(),
        )
    };
    view! { <div>{table}</div> }.into_any()
}

fn row(state: State, workspace: &Workspace, at: LivedAt) -> AnyView {
    let touchpoint =
        workspace.journeys.get(&at.journey).and_then(|journey| journey.touchpoints.get(&at.touchpoint));
    let owner =
        touchpoint.and_then(|touchpoint| touchpoint.owner).map(|id| department_chip(workspace, id.id()));
    let (severity, icon, text) = match at.same {
        Some(true) => ("good", Icon::Tick, words::SAME),
        Some(false) => ("warning", Icon::Warning, words::DIFFERENT),
        None => ("open", Icon::Question, words::UNKNOWN),
    };
    view! {
        <tr>
            <th scope="row">{parts::touchpoint_link(state, workspace, at.touchpoint)}</th>
            <td>{owner}</td>
            <td dir="auto">{at.value}</td>
            <td>
                <span class="badge" data-severity=severity>
                    <IconView icon=icon />
                    {text}
                </span>
            </td>
        </tr>
    }
    .into_any()
}
