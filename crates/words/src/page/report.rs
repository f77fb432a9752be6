//! The report: one page for an executive, then for each journey the map, its handoffs, what to settle, what to find out.

use crosslane_core::meeting::{Crossing, all_crossings, journey_agenda};
use crosslane_core::model::{
    Date, Department, EntityKind, Id, InitiativeStatus, JourneyScore, Percent, Ref, Workspace,
};
use crosslane_core::rules::{Evaluation, JourneyEvaluation, Question, questions};
use crosslane_core::score::{Connectedness, Listed, snapshot, snapshots};
use crosslane_core::sort::Sort;

use super::department::section;
use super::pair::agenda;
use super::{Block, Line, Page, Span, department_span, handoff_span, said, text};
use crate::en::pages::{more, report as en};
use crate::labels::Label;
use crate::ui::home::journeys;
use crate::{blank, flag, name, values};

/// How many handoffs an executive is shown.
const WORST: usize = 3;
/// How many handoffs of a journey are listed.
const RANKED: usize = 25;
/// How many topics of a journey are listed.
const TOPICS: usize = 12;

/// What the report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every journey.
    All,
    /// One of them.
    Journey(Id),
}

impl Scope {
    fn holds(self, journey: Id) -> bool {
        self == Self::All || self == Self::Journey(journey)
    }
}

/// The report of a workspace.
pub fn report(workspace: &Workspace, evaluation: &Evaluation, scope: Scope, today: Option<Date>) -> Page {
    let journeys: Vec<&JourneyEvaluation> =
        evaluation.journeys.iter().map(AsRef::as_ref).filter(|journey| scope.holds(journey.id)).collect();
    let mut blocks = Vec::new();
    if let Some(today) = today {
        blocks.push(Block::Facts(vec![(en::DATE.to_owned(), text(values::date(today)))]));
    }
    blocks.push(Block::Heading(en::CONNECTED.to_owned()));
    blocks.push(connected(workspace, &journeys));
    blocks.extend(worst(workspace, evaluation, scope));
    blocks.extend(trend(workspace, evaluation, scope));
    blocks.extend(decided(workspace));
    blocks.extend(stories(workspace));
    // They are sorted over all journeys, so once for all of them.
    let questions = questions(evaluation);
    for journey in journeys {
        let of_it: Vec<&Question> = questions.iter().filter(|it| it.journey == Some(journey.id)).collect();
        blocks.extend(of_journey(workspace, evaluation, journey, &of_it));
    }
    let title =
        if name::is_blank(&workspace.title) { en::TITLE.to_owned() } else { name::plain(&workspace.title) };
    Page { title, blocks }
}

/// A row for each journey: how connected, how much is known, where it is worst.
fn connected(workspace: &Workspace, journeys: &[&JourneyEvaluation]) -> Block {
    let rows = journeys.iter().map(|journey| {
        let flagged = journey.scores.worst().filter(|worst| worst.risk > 0.0);
        let worst = flagged.map_or_else(
            || text(en::NONE),
            |worst| vec![Span::Risk(worst.risk), handoff_span(workspace, journey.id, worst.key)],
        );
        vec![
            text(name::shown(workspace, None, EntityKind::Journey, journey.id)),
            vec![Span::Strong(range(journey.scores.connectedness))],
            text(journey.scores.assessed.map(|share| values::answered(share * 100.0)).unwrap_or_default()),
            worst,
        ]
    });
    Block::Table {
        head: [en::JOURNEY, en::CONNECTED, en::ASSESSED, en::WORST_ONE].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }
}

/// `42 to 61 of 100`; a dash where it has no value.
fn range(connectedness: Option<Connectedness>) -> String {
    let Some(range) = connectedness else { return en::NO_VALUE.to_owned() };
    [&journeys::range(range.at_worst, range.known), en::OF_100].concat()
}

/// The worst handoffs, each with its story: why its worst flag fired.
fn worst(workspace: &Workspace, evaluation: &Evaluation, scope: Scope) -> Vec<Block> {
    let all = match scope {
        Scope::All => all_crossings(&evaluation.of_today(workspace)),
        Scope::Journey(_) => all_crossings(evaluation),
    };
    let flagged = all.iter().filter(|crossing| scope.holds(crossing.journey) && crossing.risk.risk > 0.0);
    let items: Vec<Vec<Block>> = flagged
        .take(WORST)
        .map(|crossing| {
            let mut blocks = vec![Block::Paragraph(super::handoff::line(workspace, crossing))];
            let flags = crossing.flags(evaluation);
            let story = flags.first().map(|worst| flag::why(workspace, worst)).unwrap_or_default();
            let rest = flags.len().saturating_sub(1);
            let rest = if rest > 0 { [" (", &more(rest), ")"].concat() } else { String::new() };
            blocks.push(said([story, rest].concat()));
            blocks
        })
        .collect();
    let list = if items.is_empty() { said(en::NO_WORST) } else { Block::Steps(items) };
    vec![Block::Heading(en::WORST.to_owned()), list]
}

/// What changed since the scores were last kept by the same rules.
fn trend(workspace: &Workspace, evaluation: &Evaluation, scope: Scope) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(en::TREND.to_owned())];
    let now = snapshot(evaluation, None, None);
    let same_rules = |listed: &Listed| listed.snapshot.rules_version == now.rules_version;
    let Some(last) = snapshots(workspace).into_iter().find(same_rules) else {
        blocks.push(Block::Remark(en::NO_TREND.to_owned()));
        return blocks;
    };
    let mut known_more = false;
    let rows: Vec<Vec<Line>> = now
        .journeys
        .iter()
        .filter(|(journey, _)| scope.holds(**journey))
        .filter_map(|(journey, after)| {
            let before = last.snapshot.journeys.get(journey)?;
            known_more |= after.assessed > before.assessed || after.handoffs > before.handoffs;
            let mut row = vec![text(name::shown(workspace, None, EntityKind::Journey, *journey))];
            row.extend(moved(before, after).map(text));
            Some(row)
        })
        .collect();
    if rows.is_empty() {
        blocks.push(Block::Remark(en::NO_TREND.to_owned()));
        return blocks;
    }
    if let Some(date) = last.snapshot.date {
        blocks.push(said([en::SINCE, &values::date(date), ":"].concat()));
    }
    let head = [en::JOURNEY, en::CONNECTED, en::OPEN_BREAKS, en::ASSESSED];
    blocks.push(Block::Table { head: head.map(str::to_owned).to_vec(), rows });
    if known_more {
        blocks.push(Block::Remark(en::HONEST.to_owned()));
    }
    blocks
}

/// What each score was and is.
fn moved(before: &JourneyScore, after: &JourneyScore) -> [String; 3] {
    let arrow = |before: Option<String>, after: Option<String>| {
        [before.unwrap_or_else(|| "–".to_owned()), " → ".to_owned(), after.unwrap_or_else(|| "–".to_owned())]
            .concat()
    };
    let score = |value: Option<Percent>| value.map(|value| values::decimal(value.value().round()));
    let share = |value: Option<Percent>| value.map(|value| values::answered(value.value()));
    let count = |value: Option<u64>| value.map(values::number);
    [
        arrow(score(before.connectedness), score(after.connectedness)),
        arrow(count(before.errors), count(after.errors)),
        arrow(share(before.assessed), share(after.assessed)),
    ]
}

/// Decisions and what is being done, the newest and the nearest first.
fn decided(workspace: &Workspace) -> Vec<Block> {
    let mut decisions: Vec<_> =
        workspace.committee.iter().flat_map(|committee| committee.decisions.values()).collect();
    decisions.arrange_by_key(|decision| std::cmp::Reverse(decision.date));
    let mut items: Vec<Vec<Block>> = decisions
        .into_iter()
        .map(|decision| {
            let date =
                decision.date.map(|date| [" (", &values::date(date), ")"].concat()).unwrap_or_default();
            let label = [en::DECISION, ": "].concat();
            let said = [decision.text.trim(), &date].concat();
            vec![Block::Paragraph(vec![Span::Strong(label), Span::Text(said)])]
        })
        .collect();
    let mut initiatives: Vec<_> = workspace
        .initiatives
        .values()
        .filter(|it| !matches!(it.status, None | Some(InitiativeStatus::Proposed)))
        .collect();
    initiatives.arrange_by_key(|initiative| (initiative.status, initiative.due));
    items.extend(initiatives.into_iter().map(|initiative| {
        let mut facts: Vec<String> = initiative.status.iter().map(|it| it.label().to_lowercase()).collect();
        let owner = initiative.owner.as_deref().filter(|owner| !name::is_blank(owner));
        facts.extend(owner.map(|owner| [en::LED_BY, &name::plain(owner)].concat()));
        facts.extend(initiative.due.map(|due| [en::DUE, &values::date(due)].concat()));
        if let (Some(before), Some(after)) = (initiative.risk_before, initiative.risk_after) {
            let shown = |risk: Percent| values::decimal(risk.value().round());
            facts.push([&en::RISK.to_lowercase(), " ", &shown(before), " → ", &shown(after)].concat());
        }
        let label = [en::INITIATIVE, ": "].concat();
        let said = [initiative.title.trim(), " (", &facts.join(", "), ")"].concat();
        let mut line = vec![Span::Strong(label), Span::Text(said)];
        line.extend(who(workspace, initiative.departments.as_deref(), &[]));
        vec![Block::Paragraph(line)]
    }));
    section(en::DECIDED, en::NOTHING_DECIDED, items)
}

fn stories(workspace: &Workspace) -> Vec<Block> {
    let mut stories: Vec<_> = workspace.stories.values().collect();
    stories.arrange_by_key(|story| std::cmp::Reverse(story.date));
    if stories.is_empty() {
        return Vec::new();
    }
    let items = stories.into_iter().map(|story| {
        let mut line = vec![Span::Strong([story.title.trim(), "."].concat())];
        line.extend(story.text.as_deref().map(|text| Span::Text([" ", text.trim()].concat())));
        let people = story.people.as_deref().unwrap_or_default();
        line.extend(who(workspace, story.departments.as_deref(), people));
        vec![Block::Paragraph(line)]
    });
    section(en::STORIES, "", items.collect())
}

/// The departments, and the people where there are any.
fn who(workspace: &Workspace, departments: Option<&[Ref<Department>]>, people: &[String]) -> Vec<Span> {
    let mut line = Vec::new();
    for department in departments.unwrap_or_default() {
        line.push(Span::Text(if line.is_empty() { " · " } else { ", " }.to_owned()));
        line.push(department_span(workspace, department.id()));
    }
    if !people.is_empty() {
        let people: Vec<&str> = people.iter().map(|person| person.trim()).collect();
        line.push(Span::Text([" · ", &people.join(", ")].concat()));
    }
    line
}

/// The sheets of one journey.
fn of_journey(
    workspace: &Workspace,
    evaluation: &Evaluation,
    journey: &JourneyEvaluation,
    questions: &[&Question],
) -> Vec<Block> {
    let title = name::shown(workspace, None, EntityKind::Journey, journey.id);
    let mut blocks = vec![Block::Sheet, Block::Heading(title), Block::Map(journey.id)];
    blocks.push(Block::Heading(en::RANKED.to_owned()));
    blocks.extend(ranked(workspace, evaluation, journey));
    blocks.push(Block::Heading(en::AGENDA.to_owned()));
    let mut topics = journey_agenda(workspace, evaluation, journey.id);
    let left = topics.len().saturating_sub(TOPICS);
    topics.truncate(TOPICS);
    if topics.is_empty() {
        blocks.push(Block::Remark(en::NO_AGENDA.to_owned()));
    } else {
        blocks.push(agenda(workspace, &topics));
    }
    if left > 0 {
        blocks.push(Block::Remark(more(left)));
    }
    let asked = questions.iter().map(|question| {
        let sentence = blank::question(workspace, question.journey, &question.blank);
        vec![said([&sentence, " (", &blank::worth(question.checks), ")"].concat())]
    });
    blocks.extend(section(en::QUESTIONS, en::NO_QUESTIONS, asked.collect()));
    blocks
}

/// The handoffs of a journey as a table.
fn ranked(workspace: &Workspace, evaluation: &Evaluation, journey: &JourneyEvaluation) -> Vec<Block> {
    let all = &journey.scores.handoffs;
    if all.is_empty() {
        return vec![Block::Remark(en::NO_HANDOFF.to_owned())];
    }
    let rows = all.iter().take(RANKED).map(|risk| {
        let crossing = Crossing { journey: journey.id, risk: risk.clone() };
        let breaks: Vec<&str> =
            crossing.flags(evaluation).iter().map(|flag| flag::title(flag.rule)).collect();
        let between = vec![
            department_span(workspace, risk.from_department),
            Span::Text(" → ".to_owned()),
            department_span(workspace, risk.to_department),
        ];
        let handoff = vec![handoff_span(workspace, journey.id, risk.key)];
        let at_worst = text(values::decimal(risk.at_worst.round()));
        vec![vec![Span::Risk(risk.risk)], at_worst, handoff, between, text(breaks.join(", "))]
    });
    let head = [en::RISK, en::AT_WORST, en::HANDOFF, en::BETWEEN, en::BREAKS];
    let table = Block::Table { head: head.map(str::to_owned).to_vec(), rows: rows.collect() };
    let left = all.len().saturating_sub(RANKED);
    let rest = (left > 0).then(|| Block::Remark(more(left)));
    std::iter::once(table).chain(rest).collect()
}
