//! Paths inside a file, such as `journeys["j1"].touchpoints["t9"].satisfaction`, in words.

use crosslane_core::model::{EntityKind, Id, Journey, Workspace};

use crate::{field, name};

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A field or the key of an entry: which of them, its place tells.
    Name(String),
    /// A position in a list, from 0.
    Index(usize),
}

/// A place in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceWords {
    /// The entity, such as `touchpoint “Call” in journey “Claim”`; empty for the workspace itself.
    pub entity: String,
    /// The field, such as `satisfaction`; empty where the place is the entity itself.
    pub field: String,
    /// The position in the field's list, from 1.
    pub position: Option<usize>,
}

/// Splits a path as core writes it.
pub fn parts_of(path: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        rest = rest.strip_prefix('.').unwrap_or(rest);
        if let Some(after) = rest.strip_prefix("[\"") {
            let (key, after) = unquoted(after);
            parts.push(Part::Name(key));
            rest = after.strip_prefix(']').unwrap_or(after);
        } else if let Some(after) = rest.strip_prefix('[') {
            let (index, after) = after.split_once(']').unwrap_or((after, ""));
            parts.extend(index.parse().ok().map(Part::Index));
            rest = after;
        } else {
            let end = rest.find(['.', '[']).unwrap_or(rest.len()).max(1).min(rest.len());
            parts.push(Part::Name(rest[..end].to_owned()));
            rest = &rest[end..];
        }
    }
    parts
}

/// The text up to the closing quote, escapes resolved, and what follows it.
fn unquoted(text: &str) -> (String, &str) {
    let mut key = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (key, &text[at + 1..]),
            '\\' => match chars.next() {
                Some((_, 'u')) => key.extend(std::iter::repeat_n(' ', usize::from(chars.nth(3).is_some()))),
                Some((_, escaped @ ('"' | '\\' | '/'))) => key.push(escaped),
                _ => key.push(' '),
            },
            _ => key.push(c),
        }
    }
    (key, "")
}

/// The entity that a field of an entity holds, once or in a map.
pub fn held_by(entity: &str, field: &str) -> Option<&'static str> {
    Some(match (entity, field) {
        ("Workspace", "settings") => "Settings",
        ("Workspace", "departments") => "Department",
        ("Workspace", "personas") => "Persona",
        ("Workspace", "channels") => "Channel",
        ("Workspace", "systems") => "System",
        ("Workspace", "items") => "Item",
        ("Workspace", "subjects") => "Subject",
        ("Workspace", "standards") => "Standard",
        ("Workspace", "terms") => "Term",
        ("Workspace", "measures") => "Measure",
        ("Workspace", "goals") => "Goal",
        ("Workspace", "journeys") => "Journey",
        ("Workspace", "initiatives") => "Initiative",
        ("Workspace", "stories") => "Story",
        ("Workspace", "committee") => "SteeringCommittee",
        ("Workspace", "sessions") => "Session",
        ("Workspace", "waivers") => "Waiver",
        ("Workspace", "snapshots") => "Snapshot",
        ("Workspace", "views") => "SavedView",
        ("Department", "measures") => "SteeredMeasure",
        ("System", "access") => "SystemAccess",
        ("Term", "labels") => "TermLabel",
        ("Goal", "contributions") => "Contribution",
        ("Journey", "phases") => "Phase",
        ("Journey", "touchpoints") => "Touchpoint",
        ("Journey", "steps") => "Step",
        ("Journey", "unplaced_cards") => "UnplacedCard",
        ("Touchpoint", "promises") => "Promise",
        ("Touchpoint", "standards") => "LivedStandard",
        ("Touchpoint" | "Card" | "Initiative", "comments") => "Comment",
        ("Step", "link") => "Link",
        ("Step" | "UnplacedCard", "card") => "Card",
        ("Card", "from_side" | "to_side") => "Side",
        ("SteeringCommittee", "members") => "Members",
        ("SteeringCommittee", "decisions") => "Decision",
        ("SteeringCommittee", "best_practices") => "BestPractice",
        ("Session", "participants") => "Participant",
        ("Session", "cycles") => "Cycle",
        ("Initiative" | "Decision", "found") => "AddressedFlag",
        ("Waiver" | "AddressedFlag", "values") => "WaivedValue",
        ("Snapshot", "journeys") => "JourneyScore",
        _ => return None,
    })
}

/// Whether the field holds one such entity rather than a map of them.
pub fn held_once(field: &str) -> bool {
    matches!(field, "settings" | "committee" | "link" | "card" | "from_side" | "to_side")
}

/// A path in words, with the names the workspace has for what is on it.
pub fn in_words(workspace: &Workspace, parts: &[Part]) -> PlaceWords {
    words_of(workspace, parts, false)
}

/// The same for places listed under their journey: the journey is not named again.
pub fn inside_journey(workspace: &Workspace, parts: &[Part]) -> PlaceWords {
    words_of(workspace, parts, true)
}

fn words_of(workspace: &Workspace, parts: &[Part], under_journey: bool) -> PlaceWords {
    let mut walk = Walk { workspace, journey: None, entities: Vec::new() };
    let mut entity = "Workspace";
    let mut words = PlaceWords::default();
    let mut parts = parts.iter().peekable();
    while let Some(part) = parts.next() {
        let Part::Name(field) = part else {
            if let Part::Index(index) = part {
                words.position = Some(index + 1);
            }
            continue;
        };
        match held_by(entity, field) {
            Some(held) if held_once(field) => {
                walk.entities.push(field::phrase(entity, field).to_owned());
                entity = held;
            }
            Some(held) => match parts.next_if(|part| matches!(part, Part::Name(_))) {
                Some(Part::Name(key)) => {
                    walk.enter(held, key);
                    entity = held;
                }
                _ => field::phrase(entity, field).clone_into(&mut words.field),
            },
            None => {
                let known = field::phrase(entity, field);
                words.field = if known.is_empty() { name::quoted(field) } else { known.to_owned() };
            }
        }
    }
    if under_journey && walk.journey.is_some() && walk.entities.len() > 1 {
        walk.entities.remove(0);
        walk.journey = None;
    }
    words.entity = walk.joined();
    words
}

struct Walk<'a> {
    workspace: &'a Workspace,
    journey: Option<&'a Journey>,
    entities: Vec<String>,
}

impl Walk<'_> {
    fn enter(&mut self, entity: &str, key: &str) {
        let noun = field::noun(entity);
        let id = Id::new(key);
        let mut words = noun.to_owned();
        let shown = match (entity, kind_of(entity), id) {
            ("Step", ..) => Some(step(self.workspace, self.journey, key)),
            ("UnplacedCard", _, Some(id)) => self.unplaced(id),
            (_, Some(kind), Some(id)) => Some(name::shown(self.workspace, self.journey, kind, id)),
            // A long identifier of something without a name says nothing; the path holds it.
            (_, None, Some(id)) if id.as_str().len() > 12 => None,
            _ => Some(name::quoted(key)),
        };
        if let Some(shown) = shown {
            // "touchpoint an unnamed touchpoint" says it twice.
            if shown.starts_with("an unnamed ") && entity != "Step" {
                words.clear();
            } else {
                words.push(' ');
            }
            words.push_str(&shown);
        }
        self.entities.push(words);
        if entity == "Journey" {
            self.journey = id.and_then(|id| self.workspace.journeys.get(&id)).map(AsRef::as_ref);
        }
    }

    /// Where a card was before it was set aside.
    fn unplaced(&self, id: Id) -> Option<String> {
        let entry = self.journey?.unplaced_cards.get(&id)?;
        let ends = [&entry.from_name, &entry.to_name];
        ends.iter().any(|end| !end.is_empty()).then(|| ends.map(|end| name::quoted(end)).join(" → "))
    }

    /// `touchpoint “Call” in journey “Claim”, promise “p1”`.
    fn joined(self) -> String {
        let mut entities = self.entities;
        if entities.len() > 1 && self.journey.is_some() {
            let journey = entities.remove(0);
            entities[0] = [&entities[0], " in ", &journey].concat();
        }
        entities.join(", ")
    }
}

/// The touchpoints of a step by name, such as `“Call” → “Assess”`; `key` as a file has it.
pub fn step(workspace: &Workspace, journey: Option<&Journey>, key: &str) -> String {
    let ends = key.split('/').map(|end| match Id::new(end) {
        Some(id) => name::shown(workspace, journey, EntityKind::Touchpoint, id),
        None => name::quoted(end),
    });
    ends.collect::<Vec<_>>().join(" → ")
}

/// What the key of an entry names: the entity itself, or another one, such as the department with access.
fn kind_of(entity: &str) -> Option<EntityKind> {
    Some(match entity {
        "Department" | "SystemAccess" | "TermLabel" | "Contribution" | "Members" => EntityKind::Department,
        "Persona" => EntityKind::Persona,
        "Channel" => EntityKind::Channel,
        "System" => EntityKind::System,
        "Item" => EntityKind::Item,
        "Subject" => EntityKind::Subject,
        "Standard" => EntityKind::Standard,
        "Term" => EntityKind::Term,
        "Measure" | "SteeredMeasure" => EntityKind::Measure,
        "Goal" => EntityKind::Goal,
        "Journey" | "JourneyScore" => EntityKind::Journey,
        "Phase" => EntityKind::Phase,
        "Touchpoint" => EntityKind::Touchpoint,
        "Decision" => EntityKind::Decision,
        "Initiative" => EntityKind::Initiative,
        "Story" => EntityKind::Story,
        "Session" => EntityKind::Session,
        _ => return None,
    })
}
