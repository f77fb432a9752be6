//! The difference of two versions by entity, as people look at it.

use std::collections::HashMap;

use serde_json::{Map as JsonMap, Value, json};

use super::differ::{Change, ChangeKind};
use super::facts::facts;
use super::order::{PLACE, Place};
use super::path::{Path, PathPart};
use crate::model::{EntityKind, Id, Workspace};
use crate::sort::Sort;

/// What became of an entity. One that stayed may be moved, changed and have a new owner at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// Only the later version has it.
    Added,
    /// Only the earlier version has it.
    Removed,
    /// It stands elsewhere.
    Moved,
    /// Another department owns it, or none, or one at last.
    NewOwner,
    /// Something else of it changed.
    Changed,
}

impl DifferenceKind {
    /// The word it has in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::NewOwner => "new_owner",
            Self::Changed => "changed",
        }
    }
}

/// What became of one entity.
#[derive(Clone, Debug, PartialEq)]
pub struct EntityDifference {
    /// The entity: an entry of a register, a journey, a phase, a touchpoint, a step, or, with an empty path, the
    /// workspace itself.
    pub path: Path,
    /// What became of it, in the order of [`DifferenceKind`]; never empty.
    pub kinds: Vec<DifferenceKind>,
    /// Where it stood and where it stands, where it was moved.
    pub moved: Option<(Place, Place)>,
    /// The fields that changed, its place not among them; for one that came or went, itself.
    pub changes: Vec<Change>,
}

impl EntityDifference {
    /// Whether this became of it.
    pub fn is(&self, kind: DifferenceKind) -> bool {
        self.kinds.contains(&kind)
    }

    /// The journey it belongs to, or is.
    pub fn journey(&self) -> Option<Id> {
        self.path.key_after("journeys").and_then(Id::new)
    }

    /// Its kind and identifier, where others can refer to it.
    pub fn entity(&self) -> Option<(EntityKind, Id)> {
        entity_at(&self.path)
    }
}

/// The difference of two versions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference {
    /// Each entity that differs, in the order of the file; those that were only moved come last.
    pub entities: Vec<EntityDifference>,
}

impl Difference {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// How many entities this became of.
    pub fn count(&self, kind: DifferenceKind) -> usize {
        self.entities.iter().filter(|entity| entity.is(kind)).count()
    }

    /// The difference as JSON: a list of `{path, kinds, moved: {from, to}, changes: [{path, kind, before, after}]}`.
    pub fn json(&self) -> Value {
        self.entities.iter().map(entity_json).collect()
    }
}

/// Everything that differs between two versions by entity; a move is one change of what was moved, and revisions
/// do not count.
pub fn difference(before: &Workspace, after: &Workspace) -> Difference {
    let mut entities: Vec<EntityDifference> = Vec::new();
    let mut index: HashMap<Path, usize> = HashMap::new();
    for change in facts(before, after) {
        let path = Path(change.path.0[..entity_length(&change.path.0)].to_vec());
        let at = *index.entry(path.clone()).or_insert(entities.len());
        if at == entities.len() {
            entities.push(EntityDifference { path, kinds: Vec::new(), moved: None, changes: Vec::new() });
        }
        entities[at].take(change);
    }
    entities.retain(|entity| !entity.kinds.is_empty());
    Difference { entities }
}

impl EntityDifference {
    fn take(&mut self, change: Change) {
        let own = &change.path.0[self.path.0.len()..];
        let kind = match (own, change.kind) {
            ([PathPart::Field(PLACE)], ChangeKind::Changed) => {
                let place = |json: &Option<String>| json.as_deref().and_then(Place::from_json);
                self.moved = place(&change.before).zip(place(&change.after));
                DifferenceKind::Moved
            }
            // Where something stands that came or went is no news beside it.
            ([PathPart::Field(PLACE)], _) => return,
            ([], ChangeKind::Added) => DifferenceKind::Added,
            ([], ChangeKind::Removed) => DifferenceKind::Removed,
            ([PathPart::Field("owner")], _) if is_touchpoint(&self.path) => DifferenceKind::NewOwner,
            _ => DifferenceKind::Changed,
        };
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
            self.kinds.arrange();
        }
        if kind != DifferenceKind::Moved {
            self.changes.push(change);
        }
    }
}

fn is_touchpoint(path: &Path) -> bool {
    matches!(entity_at(path), Some((EntityKind::Touchpoint, _)))
}

/// How many parts of a path lead to the entity it is about.
fn entity_length(path: &[PathPart]) -> usize {
    use PathPart::{Field, Key};
    match path {
        [
            Field("journeys"),
            Key(_),
            Field("phases" | "touchpoints" | "steps" | "unplaced_cards"),
            Key(_),
            ..,
        ] => 4,
        [Field("committee"), Field("members" | "decisions" | "best_practices"), Key(_), ..] => 3,
        [Field(_), Key(_), ..] => 2,
        [Field("committee" | "settings"), ..] => 1,
        _ => 0,
    }
}

/// The kind and identifier of the entity a path leads to, where others can refer to it.
pub fn entity_at(path: &Path) -> Option<(EntityKind, Id)> {
    let (kind, key) = match path.0.as_slice() {
        [PathPart::Field("committee"), PathPart::Field("decisions"), PathPart::Key(key)] => {
            (EntityKind::Decision, key)
        }
        [PathPart::Field("journeys"), PathPart::Key(_), PathPart::Field("phases"), PathPart::Key(key)] => {
            (EntityKind::Phase, key)
        }
        [
            PathPart::Field("journeys"),
            PathPart::Key(_),
            PathPart::Field("touchpoints"),
            PathPart::Key(key),
        ] => (EntityKind::Touchpoint, key),
        [PathPart::Field(register), PathPart::Key(key)] => (kind_in(register)?, key),
        _ => return None,
    };
    Some((kind, Id::new(key)?))
}

/// The register of a kind that stands in the workspace itself, and the other way round.
const REGISTERS: [(&str, EntityKind); 14] = [
    ("departments", EntityKind::Department),
    ("personas", EntityKind::Persona),
    ("channels", EntityKind::Channel),
    ("systems", EntityKind::System),
    ("items", EntityKind::Item),
    ("subjects", EntityKind::Subject),
    ("standards", EntityKind::Standard),
    ("terms", EntityKind::Term),
    ("measures", EntityKind::Measure),
    ("goals", EntityKind::Goal),
    ("journeys", EntityKind::Journey),
    ("initiatives", EntityKind::Initiative),
    ("stories", EntityKind::Story),
    ("sessions", EntityKind::Session),
];

fn kind_in(register: &str) -> Option<EntityKind> {
    REGISTERS.iter().find(|(name, _)| *name == register).map(|(_, kind)| *kind)
}

/// The path of an entity; phases and touchpoints are in `journey`.
pub fn path_of(kind: EntityKind, journey: Option<Id>, id: Id) -> Option<Path> {
    let key = |id: Id| PathPart::Key(id.to_string());
    let inside =
        |name| Some(vec![PathPart::Field("journeys"), key(journey?), PathPart::Field(name), key(id)]);
    Some(Path(match kind {
        EntityKind::Phase => inside("phases")?,
        EntityKind::Touchpoint => inside("touchpoints")?,
        EntityKind::Decision => {
            vec![PathPart::Field("committee"), PathPart::Field("decisions"), key(id)]
        }
        _ => {
            let (name, _) = REGISTERS.iter().find(|(_, of)| *of == kind)?;
            vec![PathPart::Field(name), key(id)]
        }
    }))
}

fn entity_json(entity: &EntityDifference) -> Value {
    let mut fields = JsonMap::new();
    fields.insert("path".into(), entity.path.to_string().into());
    fields.insert("kinds".into(), entity.kinds.iter().map(|kind| kind.word()).collect());
    if let Some((from, to)) = entity.moved {
        fields.insert("moved".into(), json!({ "from": value(&from.json()), "to": value(&to.json()) }));
    }
    fields.insert("changes".into(), entity.changes.iter().map(change_json).collect());
    Value::Object(fields)
}

fn change_json(change: &Change) -> Value {
    let mut fields = JsonMap::new();
    fields.insert("path".into(), change.path.to_string().into());
    fields.insert("kind".into(), change.kind.word().into());
    fields.extend(change.before.as_deref().map(|json| ("before".into(), value(json))));
    fields.extend(change.after.as_deref().map(|json| ("after".into(), value(json))));
    Value::Object(fields)
}

/// A value kept as JSON text.
pub fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_default()
}
