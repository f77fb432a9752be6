//! The answers of `check` for people.

use crosslane_core::rules::{Flag, JourneyEvaluation, Severity, WaiverState, questions};
use crosslane_words::labels::Label as _;
use crosslane_words::{blank, command, flag, name};

use super::Checked;
use crate::text::{Page, padded};

/// How many open questions are printed; the rest is counted.
const QUESTIONS: usize = 10;
/// The width of the column of severities.
const SEVERITY: usize = 9;

/// The report of one file.
pub fn page(checked: &Checked) -> String {
    let mut page = Page::default();
    page.paragraph("", if checked.file == "-" { command::STANDARD_INPUT } else { &checked.file });
    for journey in &checked.evaluation.journeys {
        journey_part(&mut page, checked, journey);
    }
    questions_part(&mut page, checked);
    page.gap();
    page.paragraph("", &totals(checked.flags()));
    page.finish()
}

fn journey_part(page: &mut Page, checked: &Checked, journey: &JourneyEvaluation) {
    let title = checked.workspace.journeys.get(&journey.id).map_or("", |journey| &journey.title);
    let title = if name::is_blank(title) { journey.id.to_string() } else { name::plain(title) };
    page.gap();
    page.paragraph("", &title);
    let facts = [
        command::size(journey.flow.nodes().len(), journey.flow.handoffs().len()),
        command::connectedness(journey.scores.connectedness),
        command::assessed(journey.scores.assessed),
    ];
    page.paragraph("", &facts.join(" · "));
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
