//! The people a workspace names, and the texts in which they are still named.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use crate::format::crosslane::{self, parse};
use crate::model::{Card, Comment, Map, Workspace};
use crate::sort::Gather;

/// A text in which somebody is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where, such as `journeys.j1.touchpoints.t9.pain_points[0]`.
    pub path: String,
    /// The name.
    pub name: String,
}

/// The texts of `shared` that name, as whole words, somebody whom `workspace` names in a field for people.
pub(super) fn mentions(workspace: &Workspace, shared: &Workspace) -> Vec<Mention> {
    let names = people(workspace);
    let mut mentions = Vec::new();
    // What the writer wrote can be read.
    if let Ok((value, _)) = parse(&crosslane::write(shared)) {
        search(&value, &mut String::new(), &names, &mut mentions);
    }
    mentions
}

fn search(value: &Value, path: &mut String, names: &BTreeSet<&str>, mentions: &mut Vec<Mention>) {
    let length = path.len();
    match value {
        Value::String(text) => {
            let named = names.iter().filter(|name| names_somebody(text, name));
            mentions.extend(named.map(|name| Mention { path: path.clone(), name: (*name).to_owned() }));
        }
        Value::Array(list) => {
            for (at, item) in list.iter().enumerate() {
                // Writing to a String cannot fail.
                let _ = write!(path, "[{at}]");
                search(item, path, names, mentions);
                path.truncate(length);
            }
        }
        Value::Object(object) => {
            for (key, entry) in object {
                if length > 0 {
                    path.push('.');
                }
                path.push_str(key);
                search(entry, path, names, mentions);
                path.truncate(length);
            }
        }
        _ => {}
    }
}

/// Whether the name stands in the text, and is not part of a longer word.
fn names_somebody(text: &str, name: &str) -> bool {
    let in_word = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
    text.match_indices(name).any(|(at, _)| {
        !in_word(text[..at].chars().next_back()) && !in_word(text[at + name.len()..].chars().next())
    })
}

/// Everybody named in a field for people.
fn people(workspace: &Workspace) -> BTreeSet<&str> {
    let mut people: Vec<&str> = Vec::new();
    people.extend(workspace.departments.values().filter_map(|department| department.lead.as_deref()));
    people.extend(workspace.waivers.values().map(|waiver| waiver.by.as_str()));
    for initiative in workspace.initiatives.values() {
        people.extend(initiative.owner.as_deref());
        people.extend(authors(&initiative.comments));
    }
    for story in workspace.stories.values() {
        people.extend(story.people.iter().flatten().map(String::as_str));
    }
    for session in workspace.sessions.values() {
        people.extend(session.participants.values().map(|participant| participant.name.as_str()));
    }
    for members in workspace.committee.iter().flat_map(|committee| committee.members.values()) {
        people.extend(members.names.iter().map(String::as_str));
    }
    for journey in workspace.journeys.values() {
        people.extend(journey.touchpoints.values().flat_map(|touchpoint| authors(&touchpoint.comments)));
        let placed = journey.steps.values().filter_map(|step| step.card.as_ref());
        let unplaced = journey.unplaced_cards.values().filter_map(|unplaced| unplaced.card.as_ref());
        people.extend(placed.chain(unplaced).flat_map(on_card));
    }
    people.into_iter().map(str::trim).filter(|name| name.chars().nth(1).is_some()).gather()
}

fn on_card(card: &Card) -> impl Iterator<Item = &str> {
    let sides = [&card.from_side, &card.to_side].into_iter().flatten();
    sides.filter_map(|side| side.by.as_deref()).chain(authors(&card.comments))
}

fn authors(comments: &Map<Comment>) -> impl Iterator<Item = &str> {
    comments.values().map(|comment| comment.author.as_str())
}
