//! A handoff on a page: its line, what is written on its card, what the sides say.

use crosslane_core::edit::form::{CARD_GROUPS, Datum, Place, SideOf};
use crosslane_core::edit::side_lapsed;
use crosslane_core::meeting::Crossing;
use crosslane_core::model::{Card, Comment, Id, Side, StepKey, Workspace};
use crosslane_core::rules::{Evaluation, Flag, is_described};
use crosslane_core::sort::Sort;

use super::{Block, Line, Span, department_span, flag_line, handoff_span, said, text};
use crate::en::pages::pair as en;
use crate::{datum, field, name, values};

/// The handoff with its risk and its departments.
pub fn line(workspace: &Workspace, crossing: &Crossing) -> Line {
    vec![
        Span::Risk(crossing.risk.risk),
        handoff_span(workspace, crossing.journey, crossing.key()),
        Span::Text(" · ".to_owned()),
        department_span(workspace, crossing.risk.from_department),
        Span::Text(" → ".to_owned()),
        department_span(workspace, crossing.risk.to_department),
    ]
}

/// A list of flags, or nothing.
pub fn flags(workspace: &Workspace, flags: &[&Flag]) -> Option<Block> {
    let items = flags.iter().map(|flag| vec![Block::Paragraph(flag_line(workspace, flag))]).collect();
    (!flags.is_empty()).then_some(Block::List(items))
}

/// Everything about a handoff: what breaks, what is on its card, what each side says, and the comments.
pub fn whole(workspace: &Workspace, evaluation: &Evaluation, crossing: &Crossing) -> Vec<Block> {
    let mut blocks = vec![Block::Subheading(line(workspace, crossing))];
    blocks.extend(flags(workspace, &crossing.flags(evaluation)));
    let card = card_of(workspace, crossing.journey, crossing.key());
    match card.filter(|card| is_described(card)) {
        Some(_) => blocks.push(Block::Facts(card_facts(workspace, crossing.journey, crossing.key()))),
        None => blocks.push(Block::Remark(en::NO_CARD.to_owned())),
    }
    if let Some(card) = card {
        let of = |side: &Option<Side>, of: SideOf| {
            let department = match of {
                SideOf::From => crossing.risk.from_department,
                SideOf::To => crossing.risk.to_department,
            };
            let mut line = vec![department_span(workspace, department)];
            line.push(Span::Text([" ", &side_says(card, side.as_ref())].concat()));
            vec![Block::Paragraph(line)]
        };
        blocks.push(Block::List(vec![of(&card.from_side, SideOf::From), of(&card.to_side, SideOf::To)]));
        blocks.extend(comments(card));
    }
    blocks
}

fn card_of(workspace: &Workspace, journey: Id, key: StepKey) -> Option<&Card> {
    workspace.journeys.get(&journey)?.steps.get(&key)?.card.as_ref()
}

/// The filled fields of a card with their labels.
fn card_facts(workspace: &Workspace, journey: Id, key: StepKey) -> Vec<(String, Line)> {
    let place = Place::Card(key);
    let fields = CARD_GROUPS.iter().flat_map(|(_, fields)| fields.iter());
    fields
        .filter_map(|name| {
            let spec = place.spec(name)?;
            let value = place.read(workspace, Some(journey), name).filter(|value| *value != Datum::Absent)?;
            let said = datum::text(workspace, spec, &value).replace('\n', ", ");
            Some((field::label(spec.entity, spec.name), text(said)))
        })
        .collect()
}

/// What a side says of the card, with who said it, when and why.
fn side_says(card: &Card, side: Option<&Side>) -> String {
    let Some(side) = side.filter(|side| side.agrees.is_some()) else { return en::SILENT.to_owned() };
    let mut said = match side.agrees {
        Some(true) if side_lapsed(card, side) => en::LAPSED,
        Some(true) => en::AGREES,
        _ => en::DISAGREES,
    }
    .to_owned();
    let by = side.by.as_deref().filter(|by| !name::is_blank(by)).map(name::plain);
    let who: Vec<String> = by.into_iter().chain(side.date.map(values::date)).collect();
    if !who.is_empty() {
        said.push_str(&[" (", &who.join(", "), ")"].concat());
    }
    if let Some(note) = side.note.as_deref().filter(|note| !name::is_blank(note)) {
        said.push_str(": ");
        said.push_str(&quoted(note));
    }
    said
}

fn comments(card: &Card) -> Option<Block> {
    let mut open: Vec<&Comment> =
        card.comments.values().map(AsRef::as_ref).filter(|comment| comment.settled != Some(true)).collect();
    open.arrange_by_key(|comment| comment.date);
    let items = open.into_iter().map(|comment| vec![said(comment_line(comment))]).collect::<Vec<_>>();
    (!items.is_empty()).then_some(Block::List(items))
}

/// A comment with who said it.
pub fn comment_line(comment: &Comment) -> String {
    let author =
        if name::is_blank(&comment.author) { en::SOMEBODY.to_owned() } else { name::plain(&comment.author) };
    [&author, ": ", &quoted(&comment.text)].concat()
}

/// A text of any length in quotes: nobody's words are cut on paper.
fn quoted(text: &str) -> String {
    ["“", text.trim(), "”"].concat()
}
