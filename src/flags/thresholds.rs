//! The thresholds of the rules, each with what another value would change before it is taken.

use std::time::Duration;

use crosslane_core::edit::Edit;
use crosslane_core::edit::form::{Datum, Place};
use crosslane_core::model::{Minutes, Percent, Workspace};
use crosslane_core::rules::{
    Effect, FlagChange, THRESHOLDS, Threshold, ThresholdUnit, Thresholds, preview_settings,
};
use crosslane_words::flag as flag_words;
use crosslane_words::ui::{shell, thresholds as words};
use leptos::ev;

use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::fields::{Bound, mend, read_text, show};
use crate::ui::leaving::{is_going, leaving, refuse};
use crate::ui::page::focus_soon;

/// How long nobody has to type before the effect is worked out.
const MOMENT: Duration = Duration::from_millis(200);
/// How many of the flags a value would change are listed.
const LISTED: usize = 40;

/// The thresholds.
pub fn thresholds(state: State) -> AnyView {
    let rows = THRESHOLDS.iter().filter_map(|threshold| Row::new(state, threshold)).map(row).collect_view();
    view! {
        <p class="quiet view-note">{words::HINT}</p>
        <ul class="thresholds">{rows}</ul>
    }
    .into_any()
}

/// A threshold on the screen. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
struct Row {
    threshold: &'static Threshold,
    bound: Bound,
    /// What is typed and not taken yet.
    typed: RwSignal<Option<String>>,
    /// The complete value that is looked at.
    wanted: RwSignal<Option<Datum>>,
    refused: RwSignal<Option<String>>,
    waiting: StoredValue<Option<Waiting>>,
    /// What it would change.
    preview: Memo<Option<Preview>>,
}

/// What a value would change, in words.
#[derive(Clone, PartialEq)]
struct Preview {
    counted: String,
    rules: Vec<(&'static str, Vec<(String, String)>)>,
    hidden: usize,
}

/// The value a rule has of its own, as its field writes it.
fn usual(threshold: &Threshold) -> Datum {
    let value = (threshold.value)(&Thresholds::of(&Workspace::default()));
    // Defaults of whole units are small whole numbers.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = value as u64;
    match threshold.unit {
        ThresholdUnit::Minutes => Datum::Minutes(Minutes::exact(whole)),
        ThresholdUnit::Handoffs | ThresholdUnit::Days => Datum::Count(whole),
        ThresholdUnit::Percent => Percent::new(value).map_or(Datum::Absent, Datum::Percent),
        ThresholdUnit::Points | ThresholdUnit::Rating | ThresholdUnit::Times => Datum::Number(value),
    }
}

/// Whether a value means something for a threshold.
fn fits(unit: ThresholdUnit, datum: &Datum) -> bool {
    // Counts and minutes of a threshold are far below 2^52.
    #[allow(clippy::cast_precision_loss)]
    let value = match datum {
        Datum::Count(count) => *count as f64,
        Datum::Number(number) => *number,
        Datum::Percent(share) => share.value(),
        Datum::Minutes(minutes) => minutes.high() as f64,
        _ => return false,
    };
    let (from, to) = unit.range();
    (from..=to).contains(&value)
}

impl Row {
    fn new(state: State, threshold: &'static Threshold) -> Option<Self> {
        let bound = Bound::new(state, Place::Settings, threshold.field)?;
        let wanted = RwSignal::new(None::<Datum>);
        let preview = Memo::new(move |_| {
            let document = state.document.get()?;
            let edit = edit(&document.workspace, threshold, wanted.get()?)?;
            let Edit::PutSettings(settings) = edit else { return None };
            let changes = preview_settings(&document.workspace, &document.evaluation, settings);
            Some(in_words(&document.workspace, &changes))
        });
        Some(Self {
            threshold,
            bound,
            typed: RwSignal::new(None),
            wanted,
            refused: RwSignal::new(None),
            waiting: StoredValue::new(None),
            preview,
        })
    }

    /// The value in force, as it is typed. Reactive.
    fn present(self) -> String {
        match self.bound.value.get() {
            Datum::Absent => show(&usual(self.threshold)),
            own => show(&own),
        }
    }

    fn is_own(self) -> bool {
        self.bound.value.get() != Datum::Absent
    }

    fn stop_waiting(self) {
        if let Some(Some(handle)) = self.waiting.try_update_value(Option::take) {
            handle.stop();
        }
    }

    /// What is typed is looked at once it is complete and nobody has typed for a moment.
    fn type_in(self, text: String) {
        self.stop_waiting();
        self.refused.set(None);
        let read = read_text(self.bound.spec.widget, &text).filter(|datum| *datum != Datum::Absent);
        let fitting = read.filter(|datum| fits(self.threshold.unit, datum));
        self.typed.set(Some(text));
        // What is no longer typed can no longer be taken.
        self.wanted.set(None);
        if fitting.is_some() {
            let look = move || drop(self.wanted.try_set(fitting));
            // Pressing "Back to the default" takes that button away.
            self.waiting.set_value(after_always(MOMENT, look));
        }
    }

    /// Enter shows the effect at once, and takes a value whose effect is shown.
    fn enter(self) {
        if self.wanted.with_untracked(Option::is_some) {
            return self.take();
        }
        self.stop_waiting();
        self.judge();
        let text = self.typed.get_untracked().filter(|_| self.refused.with_untracked(Option::is_none));
        self.wanted.set(text.and_then(|text| read_text(self.bound.spec.widget, &text)));
    }

    /// Says what is wrong with what is typed, where something is.
    fn judge(self) {
        let Some(text) = self.typed.get_untracked() else { return };
        let widget = self.bound.spec.widget;
        self.refused.set(match read_text(widget, &text) {
            Some(datum) if fits(self.threshold.unit, &datum) => None,
            Some(_) => Some(words::out_of_range(self.threshold.unit)),
            None => Some(mend(widget).to_owned()),
        });
    }

    /// Who leaves the field has looked at nothing yet, so nothing is taken; where the field goes, what is typed counts.
    fn leave(self) {
        self.judge();
        let Some(text) = self.typed.get_untracked().filter(|_| is_going()) else { return };
        if self.refused.with_untracked(Option::is_some) {
            refuse(&text);
        } else {
            self.wanted.set(read_text(self.bound.spec.widget, &text));
            self.take();
        }
    }

    fn cancel(self) {
        self.stop_waiting();
        self.typed.set(None);
        self.wanted.set(None);
        self.refused.set(None);
    }

    fn take(self) {
        let (Some(wanted), Some(workspace)) =
            (self.wanted.get_untracked(), self.bound.state.workspace_untracked())
        else {
            return;
        };
        let counted = self.preview.with_untracked(|preview| preview.as_ref().map(|it| it.counted.clone()));
        if let Some(edit) = edit(&workspace, self.threshold, wanted)
            && self.bound.state.edit(&edit)
        {
            self.bound.state.toast_with_undo(words::taken(&self.bound.label(), &counted.unwrap_or_default()));
        }
        self.cancel();
    }
}

/// The edit that sets a threshold; what the rule has of its own is not written down.
fn edit(workspace: &Workspace, threshold: &Threshold, wanted: Datum) -> Option<Edit> {
    let datum = if wanted == usual(threshold) { Datum::Absent } else { wanted };
    Place::Settings.write(workspace, None, threshold.field, datum)
}

fn in_words(workspace: &Workspace, changes: &[FlagChange]) -> Preview {
    let effects: Vec<Effect> = changes.iter().map(|change| change.effect).collect();
    let several = workspace.journeys.len() > 1;
    let mut rules: Vec<(&'static str, Vec<(String, String)>)> = Vec::new();
    for FlagChange { flag, effect } in changes.iter().take(LISTED) {
        let place = flag_words::place(workspace, flag.journey, flag.place);
        let journey = flag.journey.filter(|_| several).and_then(|id| workspace.journeys.get(&id));
        let journey = journey.map(|journey| shell::or_untitled(&journey.title));
        let place = journey.map_or_else(|| place.clone(), |journey| [&place, " · ", journey].concat());
        let line = (place, words::effect(*effect, flag.severity));
        let title = flag_words::title(flag.rule);
        match rules.iter_mut().find(|(known, _)| *known == title) {
            Some((_, lines)) => lines.push(line),
            None => rules.push((title, vec![line])),
        }
    }
    Preview { counted: words::counted(&effects), rules, hidden: changes.len().saturating_sub(LISTED) }
}

fn row(row: Row) -> AnyView {
    let (threshold, bound) = (row.threshold, row.bound);
    let state = bound.state;
    on_cleanup(move || row.stop_waiting());
    let below = bound.id() + "-below";
    let rules: Vec<&str> = threshold.rules.iter().map(|rule| flag_words::title(rule)).collect();
    let on_key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Escape" if row.typed.with_untracked(Option::is_some) => {
            event.prevent_default();
            event.stop_propagation();
            row.cancel();
        }
        "Enter" => row.enter(),
        _ => {}
    };
    let back = move || {
        (row.is_own() && row.typed.with(Option::is_none) && state.read_only.with(Option::is_none)).then(
            || {
                let back = move |_| row.type_in(show(&usual(threshold)));
                view! {
                    <span class="badge" data-severity="info">{words::OWN}</span>
                    <button class="link" type="button" on:click=back>{words::BACK}</button>
                }
            },
        )
    };
    view! {
        <li class="panel threshold">
            <div class="threshold-text">
                <label class="threshold-name" for=bound.id()>{bound.label()}</label>
                <p>{words::about(threshold.field)}</p>
                <p class="quiet">{words::RULES}": "{rules.join(", ")}</p>
            </div>
            <div class="threshold-value">
                <input
                    class="input"
                    type="text"
                    id=bound.id()
                    autocomplete="off"
                    aria-describedby=below.clone()
                    aria-invalid=move || row.refused.with(Option::is_some).to_string()
                    readonly=move || bound.locked()
                    prop:value=move || row.typed.get().unwrap_or_else(|| row.present())
                    on:input:target=move |event| row.type_in(event.target().value())
                    on:keydown=on_key
                    on:blur=leaving(bound.id(), move || row.leave())
                />
                <span class="quiet">{words::unit(threshold.unit)}</span>
                <span class="quiet threshold-default">{words::default(&show(&usual(threshold)), threshold.unit)}</span>
                {back}
            </div>
            <div class="threshold-effect" id=below aria-live="polite">
                {move || row.refused.get().map(|text| view! { <p class="problem">{text}</p> })}
                {move || row.preview.get().map(|preview| effect(row, preview))}
            </div>
        </li>
    }
    .into_any()
}

/// What the value would change, and the choice.
fn effect(row: Row, preview: Preview) -> AnyView {
    let Preview { counted, rules, hidden } = preview;
    // The button goes with the choice: the focus goes back to the field.
    let back_after = move |choice: fn(Row)| {
        choice(row);
        focus_soon(row.bound.id());
    };
    let has_list = !rules.is_empty();
    let rules = rules
        .into_iter()
        .map(|(title, lines)| {
            let lines = lines
                .into_iter()
                .map(|(place, effect)| view! { <li><span dir="auto">{place}</span>" "<span class="quiet">{effect}</span></li> })
                .collect_view();
            view! { <p>{title}</p><ul class="touched">{lines}</ul> }
        })
        .collect_view();
    let list = has_list.then(|| {
        view! {
            <details class="threshold-list" open>
                <summary>{words::LIST}</summary>
                {rules}
                {(hidden > 0).then(|| view! { <p class="quiet">{words::more(hidden)}</p> })}
            </details>
        }
    });
    view! {
        <p class="threshold-counted">{counted}</p>
        {list}
        <div class="threshold-choice">
            <button class="button button-main" type="button" on:click=move |_| back_after(Row::take)>{words::TAKE}</button>
            <button class="button" type="button" on:click=move |_| back_after(Row::cancel)>{words::CANCEL}</button>
        </div>
    }
    .into_any()
}
