//! The page of two departments, with the agenda of their meeting.

use crosslane_core::meeting::{AgendaItem, Crossing, PairPage, Topic, pair_page};
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::route::{Selection, View};
use crosslane_core::rules::Evaluation;

use super::handoff::{comment_line, flags, whole};
use super::{Block, Line, Page, Span, Target, handoff_span, said, text};
use crate::en::pages::pair as en;
use crate::{blank, name, values};

/// The page of two departments; `None` where one of them is not there.
pub fn pair(workspace: &Workspace, evaluation: &Evaluation, one: Id, two: Id) -> Option<Page> {
    let known = |id: &Id| workspace.departments.contains_key(id);
    if !known(&one) || !known(&two) || one == two {
        return None;
    }
    let page = pair_page(workspace, evaluation, one, two);
    let called = |id: Id| name::shown(workspace, None, EntityKind::Department, id);
    let mut blocks = vec![Block::Facts(facts(&page)), Block::Heading(en::AGENDA.to_owned())];
    if page.agenda.is_empty() {
        blocks.push(Block::Remark(en::NO_AGENDA.to_owned()));
    } else {
        blocks.push(agenda(workspace, &page.agenda));
    }
    if let Some(between) = flags(workspace, &page.flags.iter().collect::<Vec<_>>()) {
        blocks.push(Block::Heading(en::BETWEEN.to_owned()));
        blocks.push(between);
    }
    blocks.extend(goals(workspace, one, two));
    for (from, to, crossings) in [(one, two, &page.there), (two, one, &page.back)] {
        blocks.push(Block::Heading([&called(from), " → ", &called(to)].concat()));
        if crossings.is_empty() {
            blocks.push(Block::Remark(en::NO_HANDOFF.to_owned()));
        }
        blocks.extend(crossings.iter().flat_map(|crossing| whole(workspace, evaluation, crossing)));
    }
    Some(Page { title: [&called(one), en::AND, &called(two)].concat(), blocks })
}

fn facts(page: &PairPage) -> Vec<(String, Line)> {
    let all = || page.there.iter().chain(&page.back);
    let worst = all().map(|crossing| crossing.risk.risk).fold(0.0, f64::max);
    let known: Vec<u64> = all().filter_map(|crossing: &Crossing| crossing.risk.volume).collect();
    let customers =
        if known.is_empty() { en::UNKNOWN.to_owned() } else { values::number(known.iter().sum()) };
    vec![
        (
            en::HANDOFFS.to_owned(),
            text([&page.there.len().to_string(), " → · ← ", &page.back.len().to_string()].concat()),
        ),
        (en::WORST.to_owned(), vec![Span::Risk(worst)]),
        (en::CUSTOMERS.to_owned(), text(customers)),
    ]
}

/// The agenda as a numbered list.
pub(super) fn agenda(workspace: &Workspace, items: &[AgendaItem]) -> Block {
    Block::Steps(items.iter().map(|item| vec![Block::Paragraph(agenda_line(workspace, item))]).collect())
}

fn agenda_line(workspace: &Workspace, item: &AgendaItem) -> Line {
    let handoff = item.journey.zip(item.handoff).map(|(journey, key)| handoff_span(workspace, journey, key));
    let (before, after) = match &item.topic {
        Topic::Dispute => (en::DISPUTE, String::new()),
        Topic::Break { errors, flags } => (en::BREAK, break_words(*errors, *flags)),
        Topic::Undescribed => (en::UNDESCRIBED, String::new()),
        Topic::NotAgreed => (en::NOT_AGREED, String::new()),
        Topic::Comment(comment) => (en::COMMENT, [": ", &comment_line(comment)].concat()),
        Topic::Question(question) => {
            (en::QUESTION, blank::question(workspace, question.journey, &question.blank))
        }
    };
    let mut line = vec![Span::Strong(before.to_owned())];
    line.extend(handoff);
    if !after.is_empty() {
        line.push(Span::Text(after));
    }
    line
}

fn break_words(errors: usize, flags: usize) -> String {
    let flags = values::count(flags as u64, "flag", "flags");
    if errors == 0 {
        return [" (", &flags, ")"].concat();
    }
    [" (", &flags, ", ", &values::count(errors as u64, "error", "errors"), ")"].concat()
}

/// The goals both contribute to.
fn goals(workspace: &Workspace, one: Id, two: Id) -> Vec<Block> {
    let shared = workspace
        .goals
        .iter()
        .filter(|(_, goal)| goal.contributions.contains_key(&one) && goal.contributions.contains_key(&two));
    let items: Vec<Vec<Block>> = shared
        .map(|(id, _)| {
            let selection = Selection::Entry(EntityKind::Goal, *id);
            let target = Target { view: View::Act, journey: None, selection };
            let link = Span::Link(name::shown(workspace, None, EntityKind::Goal, *id), target);
            vec![Block::Paragraph(vec![link])]
        })
        .collect();
    let list = if items.is_empty() { said(en::NO_GOAL) } else { Block::List(items) };
    vec![Block::Heading(en::GOALS.to_owned()), list]
}
