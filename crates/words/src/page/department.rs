//! The page of a department, which its head reads before the meeting.

use std::collections::BTreeMap;

use crosslane_core::meeting::{Asked, Crossing, DepartmentPage, PromiseLine, department_page};
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::route::{Selection, View};
use crosslane_core::rules::{Evaluation, Severity};
use crosslane_core::sort::Sort;

use super::handoff::{flags, line};
use super::{Block, Line, Page, Span, Target, department_span, said, text, touchpoint_span};
use crate::en::pages::{department as en, more};
use crate::{blank, name, values};

/// How many lines of a list stand on the page.
const MOST: usize = 12;

/// The page of a department; `None` where there is no such department.
pub fn department(workspace: &Workspace, evaluation: &Evaluation, id: Id) -> Option<Page> {
    workspace.departments.get(&id)?;
    let page = department_page(workspace, evaluation, id);
    let mut blocks = vec![Block::Facts(facts(workspace, id, &page))];
    let handoffs = |heading: &str, none: &str, crossings: &[Crossing]| {
        let items = crossings.iter().map(|crossing| {
            let mut blocks = vec![Block::Paragraph(line(workspace, crossing))];
            blocks.extend(flags(workspace, &crossing.flags(evaluation)));
            blocks
        });
        section(heading, none, items.collect())
    };
    blocks.extend(handoffs(en::RECEIVES, en::RECEIVES_NOTHING, &page.receives));
    blocks.extend(handoffs(en::HANDS_ON, en::HANDS_ON_NOTHING, &page.hands_on));
    let asks = page.asks.iter().map(|asked| vec![Block::Paragraph(asked_line(workspace, asked))]).collect();
    blocks.extend(section(en::ASKS, en::ASKS_NOTHING, asks));
    let lacks = page.never_gets.iter().map(|lack| {
        let item = name::shown(workspace, None, EntityKind::Item, lack.item);
        let at = touchpoint_span(workspace, lack.journey, lack.touchpoint);
        vec![Block::Paragraph(vec![Span::Text([&item, en::AT].concat()), at])]
    });
    blocks.extend(section(en::NEVER_GETS, en::LACKS_NOTHING, lacks.collect()));
    blocks.extend(promises(workspace, &page));
    blocks.extend(section(en::PART, en::NO_PART, parts(workspace, id)));
    let own = page.flags.iter().collect::<Vec<_>>();
    blocks.push(Block::Heading(en::FLAGS.to_owned()));
    blocks.push(flags(workspace, &own).unwrap_or_else(|| said(en::NO_FLAGS)));
    let questions = page.questions.iter().map(|question| {
        let asked = blank::question(workspace, question.journey, &question.blank);
        vec![said([&asked, " (", &blank::worth(question.checks), ")"].concat())]
    });
    blocks.extend(section(en::QUESTIONS, en::NO_QUESTIONS, questions.collect()));
    Some(Page { title: name::shown(workspace, None, EntityKind::Department, id), blocks })
}

/// A heading with a list of at most [`MOST`] items, or with what to say where there is none.
pub(super) fn section(heading: &str, none: &str, items: Vec<Vec<Block>>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(heading.to_owned())];
    let left = items.len().saturating_sub(MOST);
    if items.is_empty() {
        blocks.push(Block::Remark(none.to_owned()));
    } else {
        blocks.push(Block::List(items.into_iter().take(MOST).collect()));
    }
    if left > 0 {
        blocks.push(Block::Remark(more(left)));
    }
    blocks
}

fn facts(workspace: &Workspace, id: Id, page: &DepartmentPage) -> Vec<(String, Line)> {
    let mut facts = Vec::new();
    let department = workspace.departments.get(&id);
    let lead = department.and_then(|department| department.lead.as_deref());
    if let Some(lead) = lead.filter(|lead| !name::is_blank(lead)) {
        facts.push((en::LEAD.to_owned(), text(name::plain(lead))));
    }
    let owned: usize = page.owns.iter().map(|(_, count)| count).sum();
    let owns = if owned == 0 {
        en::NOTHING.to_owned()
    } else {
        let touchpoints = values::count(owned as u64, "touchpoint", "touchpoints");
        let journeys = values::count(page.owns.len() as u64, "journey", "journeys");
        [touchpoints.as_str(), " in ", &journeys].concat()
    };
    facts.push((en::OWNS.to_owned(), text(owns)));
    if let Some(takes_part) = department.and_then(|department| department.takes_part) {
        facts.push((en::TAKES_PART.to_owned(), text(values::yes_no(takes_part))));
    }
    let meets = meets(workspace, id, page);
    if !meets.is_empty() {
        facts.push((en::MEETS.to_owned(), meets));
    }
    facts
}

/// The departments it has handoffs with, each leading to the page of the two.
fn meets(workspace: &Workspace, id: Id, page: &DepartmentPage) -> Line {
    let mut others: BTreeMap<Id, usize> = BTreeMap::new();
    for crossing in &page.receives {
        *others.entry(crossing.risk.from_department).or_default() += 1;
    }
    for crossing in &page.hands_on {
        *others.entry(crossing.risk.to_department).or_default() += 1;
    }
    let mut others: Vec<(Id, usize)> = others.into_iter().collect();
    others.arrange_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut line = Vec::new();
    for (other, count) in others {
        let target = Target { view: View::Departments, journey: None, selection: Selection::Pair(id, other) };
        if !line.is_empty() {
            line.push(Span::Text(", ".to_owned()));
        }
        line.push(Span::Link(name::shown(workspace, None, EntityKind::Department, other), target));
        line.push(Span::Text([" (", &values::number(count as u64), ")"].concat()));
    }
    line
}

fn asked_line(workspace: &Workspace, asked: &Asked) -> Line {
    let mut line = Vec::new();
    if asked.again {
        line.push(Span::Severity(Severity::Error));
    }
    line.push(Span::Text([&name::shown(workspace, None, EntityKind::Item, asked.item), en::AT].concat()));
    for (at, (journey, touchpoint)) in asked.at.iter().take(MOST).enumerate() {
        if at > 0 {
            line.push(Span::Text(", ".to_owned()));
        }
        line.push(touchpoint_span(workspace, *journey, *touchpoint));
    }
    if asked.again {
        line.push(Span::Text([". ", en::AGAIN].concat()));
    }
    line
}

fn promises(workspace: &Workspace, page: &DepartmentPage) -> Vec<Block> {
    let makes = page.makes.iter().map(|line| vec![Block::Paragraph(promise_line(workspace, line, false))]);
    let mut blocks = section(en::MAKES, en::MAKES_NONE, makes.collect());
    if !page.keeps.is_empty() {
        let keeps = page.keeps.iter().map(|line| vec![Block::Paragraph(promise_line(workspace, line, true))]);
        blocks.extend(section(en::KEEPS, "", keeps.collect()));
    }
    blocks
}

fn promise_line(workspace: &Workspace, line: &PromiseLine, of_others: bool) -> Line {
    let promise = &line.promise;
    let subject = promise.subject.map(|id| name::shown(workspace, None, EntityKind::Subject, id.id()));
    let due = promise.due_within.map(|due| [en::WITHIN, &values::minutes(due)].concat());
    let value = promise.value.as_deref().map(name::plain);
    let what: Vec<String> = subject.into_iter().chain(value).chain(due).collect();
    let mut said = vec![Span::Text([&what.join(" "), en::AT].concat())];
    said.push(touchpoint_span(workspace, line.journey, line.touchpoint));
    said.push(Span::Text("; ".to_owned()));
    if of_others {
        said.push(Span::Text(en::PROMISED_BY.to_owned()));
        said.extend(line.made_by.map(|id| department_span(workspace, id)));
        said.push(Span::Text("; ".to_owned()));
    }
    if line.kept_by.is_empty() {
        said.push(Span::Strong(en::NOBODY_KEEPS.to_owned()));
        return said;
    }
    said.push(Span::Text(en::KEPT_BY.to_owned()));
    for (at, keeper) in line.kept_by.iter().enumerate() {
        if at > 0 {
            said.push(Span::Text(", ".to_owned()));
        }
        if let Some(department) = keeper.department {
            said.push(department_span(workspace, department));
            said.push(Span::Text(en::AT.to_owned()));
        }
        said.push(touchpoint_span(workspace, line.journey, keeper.touchpoint));
    }
    said
}

/// What the department does for each goal it contributes to.
fn parts(workspace: &Workspace, id: Id) -> Vec<Vec<Block>> {
    let goals = workspace.goals.iter();
    goals
        .filter_map(|(goal_id, goal)| {
            let contribution = goal.contributions.get(&id)?;
            let target = Target {
                view: View::Act,
                journey: None,
                selection: Selection::Entry(EntityKind::Goal, *goal_id),
            };
            let goal = name::shown(workspace, None, EntityKind::Goal, *goal_id);
            let part = contribution.part.as_deref().filter(|part| !name::is_blank(part));
            let part = part.unwrap_or(en::PART_NOT_SAID).to_owned();
            let share = contribution.share.map(values::percent);
            let share = share.map_or(String::new(), |share| [" (", &share, ")"].concat());
            let line = vec![Span::Link(goal, target), Span::Text([": ", &part, &share].concat())];
            Some(vec![Block::Paragraph(line)])
        })
        .collect()
}
