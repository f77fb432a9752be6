//! One line of the list: a flag, or the agreement flags of one handoff together.

use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::route::Selection;
use crosslane_core::rules::{Addressed, Flag, Line, Place, Severity, WaiverState};
use crosslane_words::flag as flag_words;
use crosslane_words::ui::act::initiatives as initiative_words;
use crosslane_words::ui::flags as words;

use super::chosen;
use crate::act;
use crate::app::{Dialog, State};
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView, severity_badge};

/// A line in words.
#[derive(Clone)]
pub struct Row {
    place: String,
    journey: Option<crosslane_core::model::Id>,
    selection: Selection,
    flags: Vec<FlagWords>,
}

/// A flag in words.
#[derive(Clone)]
struct FlagWords {
    severity: Severity,
    title: &'static str,
    why: String,
    mend: String,
    compared: Vec<(String, String)>,
    practices: Vec<&'static str>,
    reopened: Option<String>,
    badges: Vec<String>,
    fingerprint: String,
    initiatives: Vec<(Id, String)>,
}

/// A line turned into words.
pub fn row(workspace: &Workspace, line: &Line<'_>, addressed: &Addressed) -> Row {
    let first = line.flags.first();
    Row {
        place: first.map_or(String::new(), |flag| flag_words::place(workspace, flag.journey, flag.place)),
        journey: first.and_then(|flag| flag.journey),
        selection: first.map_or(Selection::None, |flag| selection(flag)),
        flags: line.flags.iter().map(|flag| in_words(workspace, flag, addressed)).collect(),
    }
}

fn in_words(workspace: &Workspace, flag: &Flag, addressed: &Addressed) -> FlagWords {
    let initiatives = addressed.initiatives_of(workspace, flag).into_iter();
    let initiatives =
        initiatives.map(|id| (id, act::called(workspace, EntityKind::Initiative, id))).collect();
    let reopened = match &flag.waiver {
        WaiverState::Reopened(_, changed) => {
            let changed: Vec<String> =
                changed.iter().map(|name| flag_words::value_label(flag.rule, name)).collect();
            Some(words::reopened(&changed))
        }
        _ => None,
    };
    FlagWords {
        severity: flag.severity,
        title: flag_words::title(flag.rule),
        why: flag_words::why(workspace, flag),
        mend: flag_words::mend(workspace, flag),
        compared: flag_words::compared(workspace, flag),
        practices: flag_words::practices(flag.rule),
        reopened,
        badges: flag_words::badges(workspace, flag),
        fingerprint: flag.fingerprint(),
        initiatives,
    }
}

/// What to choose on the map for a flag.
fn selection(flag: &Flag) -> Selection {
    match flag.place {
        Place::Handoff(key) => Selection::Step(key),
        Place::Touchpoint(id) => Selection::Touchpoint(id),
        Place::Phase(id) => Selection::Phase(id),
        _ => Selection::None,
    }
}

/// The line.
pub fn view(state: State, chosen: RwSignal<Vec<String>>, row: &Row) -> AnyView {
    let flags = row.flags.iter().map(|flag| flag_view(state, chosen, flag)).collect_view();
    let (journey, selection) = (row.journey, row.selection);
    let jump = move |_| {
        if let Some(journey) = journey {
            crate::map::show(state, journey, selection);
        }
    };
    view! {
        <li class="panel flag-line">
            <div class="flag-place">
                <span dir="auto">{row.place.clone()}</span>
                <button class="link" type="button" on:click=jump>{words::JUMP}</button>
            </div>
            {flags}
        </li>
    }
    .into_any()
}

fn flag_view(state: State, chosen: RwSignal<Vec<String>>, flag: &FlagWords) -> AnyView {
    let fingerprint = flag.fingerprint.clone();
    let waive = move |_| {
        state.flag_to_waive.set(Some(fingerprint.clone()));
        state.dialog.set(Some(Dialog::Waive));
    };
    let compared = (!flag.compared.is_empty()).then(|| {
        let rows = flag
            .compared
            .iter()
            .map(|(label, value)| {
                view! {
                    <div>
                        <dt>{label.clone()}</dt>
                        <dd dir="auto">{value.clone()}</dd>
                    </div>
                }
            })
            .collect_view();
        view! { <dl class="flag-values">{rows}</dl> }
    });
    view! {
        <article class="flag">
            {severity_badge(flag.severity)}
            <div class="flag-text">
                <h3>{flag.title}</h3>
                <p dir="auto">{flag.why.clone()}</p>
                {flag.badges.iter().map(|badge| view! { <p class="quiet" dir="auto">{badge.clone()}</p> }).collect_view()}
                {initiatives(state, flag)}
                {flag.reopened.clone().map(|text| view! { <p class="flag-reopened">{text}</p> })}
                <details class="flag-more">
                    <summary>{words::MEND}</summary>
                    <p dir="auto">{flag.mend.clone()}</p>
                    <p class="quiet">{words::PRACTICES}": "{flag.practices.join(", ")}</p>
                    {compared}
                </details>
            </div>
            <div class="flag-actions">
                {start(state, chosen, flag)}
                <button class="button flag-waive" type="button" on:click=waive>
                    <IconView icon=Icon::Tick />
                    {words::WAIVE}
                </button>
            </div>
        </article>
    }
    .into_any()
}

/// Starts an initiative from this flag, or chooses it to start one from several.
fn start(state: State, chosen: RwSignal<Vec<String>>, flag: &FlagWords) -> AnyView {
    let fingerprint = flag.fingerprint.clone();
    let begin = move |_| act::start(state, std::slice::from_ref(&fingerprint));
    view! {
        {chosen::choice(chosen, flag.fingerprint.clone())}
        <button class="button flag-start" type="button" on:click=begin>
            <IconView icon=Icon::Act />
            {initiative_words::START}
        </button>
    }
    .into_any()
}

/// The initiatives that address a flag.
fn initiatives(state: State, flag: &FlagWords) -> AnyView {
    let link = |(id, title): &(Id, String)| {
        let selection = Selection::Entry(EntityKind::Initiative, *id);
        view! {
            <p>
                {initiative_words::ADDRESSED_BY}
                ": "
                <a dir="auto" href=move || act::href(state, selection)>{title.clone()}</a>
            </p>
        }
    };
    flag.initiatives.iter().map(link).collect_view().into_any()
}
