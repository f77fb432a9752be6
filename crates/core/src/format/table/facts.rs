//! The cells of a row as facts of the model, and back.

use std::collections::HashSet;

use super::column::Column;
use super::steps::StepRow;
use super::value::Value;
use crate::format::plan::Entries;
use crate::model::{Card, Department, Id, Item, Minutes, Ref, Step, Touchpoint, Workspace};

/// What a row says of its touchpoint. Notes are the cell of that column alone.
pub fn touchpoint(row: &StepRow, entries: &mut Entries) -> Touchpoint {
    let owners = departments(row, Column::Owner, entries).unwrap_or_default();
    let text = |column| row.text(column).map(str::to_owned);
    Touchpoint {
        name: text(Column::Touchpoint).unwrap_or_default(),
        action: text(Column::Action),
        stage: pick(row, Column::Stage, |value| match value {
            Value::Stage(stage) => Some(*stage),
            _ => None,
        }),
        owner: owners.first().copied(),
        responsible: responsible(row, &owners, entries),
        consulted: departments(row, Column::Consulted, entries),
        informed: departments(row, Column::Informed, entries),
        claimed_by: departments(row, Column::ClaimedBy, entries),
        perceived_owner: first(row, Column::PerceivedOwner).map(|name| entries.department(name)),
        started_by: pick(row, Column::StartedBy, |value| match value {
            Value::Starter(starter) => Some(*starter),
            _ => None,
        }),
        channel: first(row, Column::Channel).map(|name| entries.channel(name)),
        systems: row.list(Column::Systems).map(|names| once(names.iter().map(|name| entries.system(name)))),
        satisfaction: rating(row, Column::Satisfaction),
        importance: rating(row, Column::Importance),
        moment_of_truth: yes_no(row, Column::MomentOfTruth),
        duration: minutes(row, Column::Duration),
        asked: items(row, Column::Asked, entries),
        needed: items(row, Column::Needed, entries),
        produced: items(row, Column::Produced, entries),
        pain_points: texts(row, Column::PainPoints),
        ideas: texts(row, Column::Ideas),
        quotes: texts(row, Column::Quotes),
        evidence: pick(row, Column::Evidence, |value| match value {
            Value::Evidence(evidence) => Some(*evidence),
            _ => None,
        }),
        evidence_link: text(Column::EvidenceLink),
        reviewed_on: pick(row, Column::ReviewedOn, |value| match value {
            Value::Date(date) => Some(*date),
            _ => None,
        }),
        monthly_volume: pick(row, Column::Volume, |value| match value {
            Value::Count(count) => Some(*count),
            _ => None,
        }),
        tags: texts(row, Column::Tags),
        ends: yes_no(row, Column::Ends),
        notes: text(Column::Notes),
        ..Touchpoint::default()
    }
}

/// How long a row says the customer waits for the next touchpoint.
pub fn wait(row: &StepRow) -> Option<Minutes> {
    minutes(row, Column::Wait)
}

/// What a row says of the handoff to the next touchpoint, or `None` where it says nothing.
pub fn card(row: &StepRow, entries: &mut Entries) -> Option<Card> {
    let card = Card {
        target_wait: minutes(row, Column::TargetWait),
        method: pick(row, Column::Method, |value| match value {
            Value::Method(method) => Some(*method),
            _ => None,
        }),
        passed: items(row, Column::Passed, entries),
        trigger: row.text(Column::Trigger).map(str::to_owned),
        answered_by: departments(row, Column::AnsweredBy, entries),
        acknowledged: yes_no(row, Column::Acknowledged),
        fallback: row.text(Column::Fallback).map(str::to_owned),
        ..Card::default()
    };
    (card != Card::default()).then_some(card)
}

/// The value of a touchpoint that stands in a column; `step` is the one step that leads from it and
/// `card` the card of its one handoff, as far as there are such.
pub fn value(
    workspace: &Workspace,
    (id, touchpoint): (Id, &Touchpoint),
    step: Option<&Step>,
    card: Option<&Card>,
    column: Column,
) -> Option<Value> {
    let department = |one: Option<Ref<Department>>| {
        names(one.as_slice(), |id| workspace.departments.get(&id).map(|entry| &entry.name))
    };
    let departments = |all: &Option<Vec<Ref<Department>>>| {
        all.as_deref()
            .and_then(|all| names_or_none(all, |id| workspace.departments.get(&id).map(|entry| &entry.name)))
    };
    let items = |all: &Option<Vec<Ref<Item>>>| {
        all.as_deref()
            .and_then(|all| names_or_none(all, |id| workspace.items.get(&id).map(|entry| &entry.name)))
    };
    let text = |text: &Option<String>| text.as_deref().map(|text| Value::Text(text.into()));
    let texts = |all: &Option<Vec<String>>| all.clone().map(Value::List);
    match column {
        Column::Id => Some(Value::Text(id.as_str().into())),
        Column::Touchpoint => Some(Value::Text(touchpoint.name.as_str().into())),
        Column::Action => text(&touchpoint.action),
        Column::Stage => touchpoint.stage.map(Value::Stage),
        Column::Owner => department(touchpoint.owner),
        Column::Responsible => departments(&touchpoint.responsible),
        Column::Consulted => departments(&touchpoint.consulted),
        Column::Informed => departments(&touchpoint.informed),
        Column::ClaimedBy => departments(&touchpoint.claimed_by),
        Column::PerceivedOwner => department(touchpoint.perceived_owner),
        Column::StartedBy => touchpoint.started_by.map(Value::Starter),
        Column::Channel => {
            names(touchpoint.channel.as_slice(), |id| workspace.channels.get(&id).map(|entry| &entry.name))
        }
        Column::Systems => touchpoint
            .systems
            .as_deref()
            .and_then(|all| names_or_none(all, |id| workspace.systems.get(&id).map(|entry| &entry.name))),
        Column::Satisfaction => touchpoint.satisfaction.map(Value::Rating),
        Column::Importance => touchpoint.importance.map(Value::Rating),
        Column::MomentOfTruth => touchpoint.moment_of_truth.map(Value::YesNo),
        Column::Duration => touchpoint.duration.map(Value::Minutes),
        Column::Asked => items(&touchpoint.asked),
        Column::Needed => items(&touchpoint.needed),
        Column::Produced => items(&touchpoint.produced),
        Column::Wait => step?.wait.map(Value::Minutes),
        Column::TargetWait => card?.target_wait.map(Value::Minutes),
        Column::Method => card?.method.map(Value::Method),
        Column::Passed => items(&card?.passed),
        Column::Trigger => text(&card?.trigger),
        Column::AnsweredBy => departments(&card?.answered_by),
        Column::Acknowledged => card?.acknowledged.map(Value::YesNo),
        Column::Fallback => text(&card?.fallback),
        Column::PainPoints => texts(&touchpoint.pain_points),
        Column::Ideas => texts(&touchpoint.ideas),
        Column::Quotes => texts(&touchpoint.quotes),
        Column::Evidence => touchpoint.evidence.map(Value::Evidence),
        Column::EvidenceLink => text(&touchpoint.evidence_link),
        Column::ReviewedOn => touchpoint.reviewed_on.map(Value::Date),
        Column::Volume => touchpoint.monthly_volume.map(Value::Count),
        Column::Tags => texts(&touchpoint.tags),
        Column::Ends => touchpoint.ends.map(Value::YesNo),
        Column::Notes => text(&touchpoint.notes),
        Column::Journey | Column::Persona | Column::Phase | Column::Goal => None,
    }
}

fn pick<T>(row: &StepRow, column: Column, of: impl Fn(&Value) -> Option<T>) -> Option<T> {
    row.values.get(&column).and_then(of)
}

fn minutes(row: &StepRow, column: Column) -> Option<Minutes> {
    pick(row, column, |value| match value {
        Value::Minutes(minutes) => Some(*minutes),
        _ => None,
    })
}

fn rating(row: &StepRow, column: Column) -> Option<crate::model::Rating> {
    pick(row, column, |value| match value {
        Value::Rating(rating) => Some(*rating),
        _ => None,
    })
}

fn yes_no(row: &StepRow, column: Column) -> Option<bool> {
    pick(row, column, |value| match value {
        Value::YesNo(yes) => Some(*yes),
        _ => None,
    })
}

fn texts(row: &StepRow, column: Column) -> Option<Vec<String>> {
    row.list(column).map(<[String]>::to_vec)
}

fn first(row: &StepRow, column: Column) -> Option<&String> {
    row.list(column)?.first()
}

fn departments(row: &StepRow, column: Column, entries: &mut Entries) -> Option<Vec<Ref<Department>>> {
    row.list(column).map(|names| once(names.iter().map(|name| entries.department(name))))
}

fn items(row: &StepRow, column: Column, entries: &mut Entries) -> Option<Vec<Ref<Item>>> {
    row.list(column).map(|names| once(names.iter().map(|name| entries.item(name))))
}

/// Further owners are responsible, before those of the column.
fn responsible(
    row: &StepRow,
    owners: &[Ref<Department>],
    entries: &mut Entries,
) -> Option<Vec<Ref<Department>>> {
    let listed = departments(row, Column::Responsible, entries);
    match owners {
        [_, others @ ..] if !others.is_empty() => {
            Some(once(others.iter().copied().chain(listed.unwrap_or_default())))
        }
        _ => listed,
    }
}

/// Each reference once, where a list names one twice.
fn once<T>(references: impl Iterator<Item = Ref<T>>) -> Vec<Ref<T>> {
    let mut seen = HashSet::new();
    references.filter(|reference| seen.insert(reference.id())).collect()
}

/// The names of entries; `None` where there is none to name.
fn names<'a, T>(all: &[Ref<T>], name: impl Fn(Id) -> Option<&'a String>) -> Option<Value> {
    let names: Vec<String> =
        all.iter().filter_map(|one| name(one.id())).filter(|name| !name.is_empty()).cloned().collect();
    (!names.is_empty()).then_some(Value::List(names))
}

/// As [`names`], where an empty list is known to be empty.
fn names_or_none<'a, T>(all: &[Ref<T>], name: impl Fn(Id) -> Option<&'a String>) -> Option<Value> {
    if all.is_empty() { Some(Value::List(Vec::new())) } else { names(all, name) }
}
