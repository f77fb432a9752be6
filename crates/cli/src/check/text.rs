//! The answers of `check` for people.

use std::sync::Arc;

use crosslane_core::rules::{Flag, JourneyEvaluation, Severity, WaiverState, questions};
use crosslane_words::labels::Label as _;
use crosslane_words::{blank, command, flag, name};

use super::Checked;
use crate::text::{Page, padded};

/// How many open questions are printed; the rest is counted.
const QUESTIONS: usize = 10;
/// How many journeys without a flag are named.
const QUIET: usize = 10;
/// The width of the column of severities.
const SEVERITY: usize = 9;

/// The report of one file.
pub fn page(checked: &Checked) -> String {
    let mut page = Page::default();
    page.paragraph("", &crate::input::shown(&checked.file));
    let (flagged, quiet): (Vec<_>, Vec<_>) = checked
        .evaluation
        .journeys
        .iter()
        .partition(|journey| journey.findings.flags.iter().any(Flag::is_open));
    for journey in flagged {
        page.gap();
        page.paragraph("", &title(checked, journey));
        page.paragraph("", &facts(journey));
        flags_part(&mut page, checked, journey);
    }
    quiet_part(&mut page, checked, &quiet);
    questions_part(&mut page, checked);
    page.gap();
    page.paragraph("", &totals(checked.flags()));
    page.finish()
}

fn title(checked: &Checked, journey: &JourneyEvaluation) -> String {
    let title = checked.workspace.journeys.get(&journey.id).map_or("", |journey| &journey.title);
    if name::is_blank(title) { journey.id.to_string() } else { name::plain(title) }
}

/// `14 touchpoints, 9 handoffs · connectedness 42 to 58 of 100 · 93% of the checks answered`.
fn facts(journey: &JourneyEvaluation) -> String {
    let facts = [
        command::size(journey.flow.nodes().len(), journey.flow.handoffs().len()),
        command::connectedness(journey.scores.connectedness),
        command::assessed(journey.scores.assessed),
    ];
    facts.join(" · ")
}

/// Journeys without an open flag: a few of them, the others counted.
fn quiet_part(page: &mut Page, checked: &Checked, journeys: &[&Arc<JourneyEvaluation>]) {
    if journeys.is_empty() {
        return;
    }
    let shown = if journeys.len() > QUIET + 1 { QUIET } else { journeys.len() };
    page.gap();
    for journey in &journeys[..shown] {
        page.paragraph("", &[&title(checked, journey), " · ", &facts(journey)].concat());
    }
    if shown < journeys.len() {
        page.paragraph("", &command::without_flags(journeys.len() - shown));
    }
}

fn flags_part(page: &mut Page, checked: &Checked, journey: &JourneyEvaluation) {
    let mut flags: Vec<&Flag> = journey.findings.flags.iter().filter(|flag| flag.is_open()).collect();
    flags.sort_by_key(|flag| std::cmp::Reverse(flag.severity));
    for flag in flags {
        page.gap();
        flag_part(page, checked, flag);
    }
}

fn flag_part(page: &mut Page, checked: &Checked, found: &Flag) {
    let workspace = &checked.workspace;
    let indent = padded("", SEVERITY);
    let place = flag::place(workspace, found.journey, found.place);
    let head = padded(found.severity.label(), SEVERITY);
    page.paragraph(&head, &[flag::title(found.rule), " · ", &place].concat());
    page.paragraph(&indent, &flag::why(workspace, found));
    for badge in flag::badges(workspace, found) {
        page.paragraph(&indent, &badge);
    }
    if let WaiverState::Reopened(_, changed) = &found.waiver {
        page.paragraph(&indent, &command::reopened(found.rule, changed));
    }
    let mend = flag::mend(workspace, found);
    if !mend.is_empty() {
        page.paragraph(&indent, &[command::MEND, &mend].concat());
    }
    page.paragraph(&indent, &[found.rule, " ", &found.fingerprint()].concat());
}

fn questions_part(page: &mut Page, checked: &Checked) {
    let questions = questions(&checked.evaluation);
    if questions.is_empty() {
        return;
    }
    let open = checked.evaluation.journeys.iter().map(|journey| journey.findings.not_assessed.len()).sum();
    page.gap();
    page.paragraph("", &command::questions(questions.len(), open));
    for question in questions.iter().take(QUESTIONS) {
        let words = blank::question(&checked.workspace, question.journey, &question.blank);
        page.paragraph("- ", &[&words, " (", &blank::worth(question.checks), ")"].concat());
    }
}

fn totals<'a>(flags: impl Iterator<Item = &'a Flag>) -> String {
    let (open, accepted): (Vec<&Flag>, Vec<&Flag>) = flags.partition(|flag| flag.is_open());
    let of = |severity: Severity| open.iter().filter(|flag| flag.severity == severity).count();
    command::flags(of, accepted.len())
}
