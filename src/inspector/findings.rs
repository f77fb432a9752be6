//! Flags and open questions of what is shown, each with a way to its place.

use crosslane_core::edit::form::{Place as Form, SideOf};
use crosslane_core::model::{Id, StepKey};
use crosslane_core::route::{Selection, View};
use crosslane_core::rules::{Blank, BlankField, BlankPlace, Flag, NotAssessed, Place, Severity, WaiverState};
use crosslane_core::sort::Sort;
use crosslane_words::ui::inspector as words;
use crosslane_words::{blank, flag};

use super::group;
use super::panel::Panel;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView, severity_badge};

/// How many open questions are listed; the others are only counted.
const MOST_QUESTIONS: usize = 6;

/// Whose findings are shown.
#[derive(Clone, Copy, PartialEq)]
pub enum At {
    /// The journey as a whole.
    Journey,
    /// A phase.
    Phase(Id),
    /// A touchpoint.
    Touchpoint(Id),
    /// A step or handoff.
    Step(StepKey),
}

impl At {
    fn holds(self, place: Place, blames: Option<StepKey>) -> bool {
        match self {
            Self::Journey => !matches!(place, Place::Phase(_) | Place::Touchpoint(_) | Place::Handoff(_)),
            Self::Phase(id) => place == Place::Phase(id),
            Self::Touchpoint(id) => place == Place::Touchpoint(id),
            Self::Step(key) => place == Place::Handoff(key) || blames == Some(key),
        }
    }
}

/// A flag as it is shown.
#[derive(Clone, PartialEq)]
struct FlagLine {
    severity: Severity,
    waiver: &'static str,
    waived: bool,
    title: &'static str,
    why: String,
    mend: String,
}

/// An open question as it is shown.
#[derive(Clone, PartialEq)]
struct QuestionLine {
    text: String,
    worth: String,
    field: Option<(Form, &'static str)>,
}

#[derive(Clone, Default, PartialEq)]
struct Lines {
    flags: Vec<FlagLine>,
    questions: Vec<QuestionLine>,
    more_questions: usize,
    known: bool,
}

fn lines(state: State, at: At) -> Lines {
    let (Some(workspace), Some(evaluation)) = (state.workspace(), state.evaluation()) else {
        return Lines::default();
    };
    let findings = &evaluation.findings;
    let mut flags: Vec<&Flag> =
        findings.flags.iter().filter(|flag| at.holds(flag.place, flag.blames)).collect();
    // Stable: within a severity the order of the rules stays.
    flags.arrange_by_key(|flag| (!flag.is_open(), std::cmp::Reverse(flag.severity)));
    let flag_line = |of: &&Flag| FlagLine {
        severity: of.severity,
        waiver: match of.waiver {
            WaiverState::Open => "",
            WaiverState::Waived(_) => words::WAIVED,
            WaiverState::Reopened(..) => words::REOPENED,
        },
        waived: !of.is_open(),
        title: flag::title(of.rule),
        why: flag::why(&workspace, of),
        mend: flag::mend(&workspace, of),
    };
    let open = findings.not_assessed.iter().filter(|open| at.holds(open.place, open.blames));
    let blanks = blanks_of(open);
    let question = |(of, checks): &(Blank, usize)| QuestionLine {
        text: blank::question(&workspace, Some(evaluation.id), of),
        worth: blank::worth(*checks),
        field: field_of(*of),
    };
    Lines {
        flags: flags.iter().map(flag_line).collect(),
        questions: blanks.iter().take(MOST_QUESTIONS).map(question).collect(),
        more_questions: blanks.len().saturating_sub(MOST_QUESTIONS),
        known: true,
    }
}

/// The blanks of open checks, those that decide the most checks first.
fn blanks_of<'a>(open: impl Iterator<Item = &'a NotAssessed>) -> Vec<(Blank, usize)> {
    let mut blanks: Vec<(Blank, usize)> = Vec::new();
    for of in open.flat_map(|open| &open.missing) {
        match blanks.iter_mut().find(|(known, _)| known == of) {
            Some((_, checks)) => *checks += 1,
            None => blanks.push((*of, 1)),
        }
    }
    blanks.arrange_by_key(|(_, checks)| std::cmp::Reverse(*checks));
    blanks
}

/// The field to fill for a blank; `None` for those of registers.
fn field_of(blank: Blank) -> Option<(Form, &'static str)> {
    match (blank.place, blank.field) {
        (BlankPlace::Journey, field) => Some((Form::Journey, field.word())),
        (BlankPlace::Touchpoint(id), field) => Some((Form::Touchpoint(id), field.word())),
        (BlankPlace::Step(key), BlankField::Wait) => Some((Form::Step(key), "wait")),
        (BlankPlace::Step(key), BlankField::Card) => Some((Form::Card(key), "answered_by")),
        (BlankPlace::Step(key), BlankField::FromAgrees) => Some((Form::Side(key, SideOf::From), "agrees")),
        (BlankPlace::Step(key), BlankField::ToAgrees) => Some((Form::Side(key, SideOf::To), "agrees")),
        (BlankPlace::Promise { touchpoint, promise }, field) => {
            Some((Form::Promise(touchpoint, promise), field.word()))
        }
        (BlankPlace::LivedStandard { touchpoint, standard }, field) => {
            Some((Form::Standard(touchpoint, standard), field.word()))
        }
        (BlankPlace::Step(key), field) => Some((Form::Card(key), field.word())),
        _ => None,
    }
}

/// The flags and open questions of what is shown.
pub fn findings(state: State, panel: Panel, at: At) -> AnyView {
    let lines = Memo::new(move |_| lines(state, at));
    let counts = Memo::new(move |_| {
        lines.with(|lines| (lines.flags.len(), lines.questions.len() + lines.more_questions, lines.known))
    });
    let parts = move || {
        let (flags, questions, known) = counts.get();
        let none = known && flags == 0 && questions == 0;
        view! {
            {(flags > 0).then(|| flag_group(state, panel, lines))}
            {(questions > 0).then(|| question_group(state, panel, lines))}
            {none.then(|| nothing_here(state, at))}
        }
    };
    parts.into_any()
}

/// What is said where nothing is found. The journey as a whole points to what is found inside of it.
fn nothing_here(state: State, at: At) -> AnyView {
    let inside = state.evaluation().filter(|_| at == At::Journey).map(|evaluation| {
        let findings = &evaluation.findings;
        (findings.flags.iter().filter(|flag| flag.is_open()).count(), !findings.not_assessed.is_empty())
    });
    let (icon, text) = match inside {
        Some((0, true)) => (Icon::Question, words::NO_FLAG_YET.to_owned()),
        Some((flags, _)) if flags > 0 => (Icon::Flag, words::flags_inside(flags)),
        _ => (Icon::Tick, words::ALL_CLEAR.to_owned()),
    };
    let more = (icon != Icon::Tick).then(|| all_flags(state));
    view! {
        <p class="inspector-clear quiet">
            <IconView icon=icon />
            <span>{text}" "{more}</span>
        </p>
    }
    .into_any()
}

fn all_flags(state: State) -> AnyView {
    view! {
        <button class="link" type="button" on:click=move |_| state.go_to_view(View::Flags)>
            {words::ALL_FLAGS}
        </button>
    }
    .into_any()
}

fn flag_group(state: State, panel: Panel, lines: Memo<Lines>) -> AnyView {
    let count = Signal::derive(move || lines.with(|lines| lines.flags.len().to_string()));
    let list = move || {
        let rows = lines.with(|lines| lines.flags.clone());
        rows.into_iter().map(flag_row).collect_view()
    };
    group::fold(panel, "flags", Signal::stored(words::FLAGS.to_owned()), count, move || {
        view! {
            <ul class="inspector-flags">{list}</ul>
            {all_flags(state)}
        }
        .into_any()
    })
}

fn flag_row(line: FlagLine) -> AnyView {
    let mend = (!line.mend.is_empty()).then(|| {
        view! { <p class="inspector-mend"><span class="quiet">{words::MEND}</span>" "{line.mend}</p> }
    });
    let waiver = (!line.waiver.is_empty()).then(|| view! { <span class="quiet">{line.waiver}</span> });
    view! {
        <li class="inspector-flag" data-waived=line.waived>
            {severity_badge(line.severity)}
            <strong>{line.title}</strong>
            {waiver}
            <p>{line.why}</p>
            {mend}
        </li>
    }
    .into_any()
}

fn question_group(state: State, panel: Panel, lines: Memo<Lines>) -> AnyView {
    let count = Signal::derive(move || {
        lines.with(|lines| (lines.questions.len() + lines.more_questions).to_string())
    });
    let list = move || {
        let (rows, more) = lines.with(|lines| (lines.questions.clone(), lines.more_questions));
        view! {
            {rows.into_iter().map(|line| question_row(state, line)).collect_view()}
            {(more > 0).then(|| view! { <li class="quiet">{words::more(more)}</li> })}
        }
    };
    group::fold(panel, "questions", Signal::stored(words::QUESTIONS.to_owned()), count, move || {
        view! { <ul class="inspector-questions">{list}</ul> }.into_any()
    })
}

fn question_row(state: State, line: QuestionLine) -> AnyView {
    let text = view! {
        <IconView icon=Icon::Question />
        <span class="inspector-question-text">{line.text}" "<span class="quiet">{line.worth}</span></span>
    };
    let row = match line.field {
        Some((place, field)) => view! {
            <button class="inspector-question" type="button" on:click=move |_| super::show_field_here(state, place, field)>
                {text}
            </button>
        }
        .into_any(),
        None => view! { <span class="inspector-question">{text}</span> }.into_any(),
    };
    view! { <li>{row}</li> }.into_any()
}

/// Leads to a touchpoint.
pub fn go_to(state: State, id: Id) {
    state.select(Selection::Touchpoint(id));
}
