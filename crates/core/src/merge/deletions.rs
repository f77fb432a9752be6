//! What the sides deleted, and which deletions the other side has something against.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::cards::Cards;
use super::conflict::Side;
use super::entity::Entity;
use super::without::without;
use crate::compare::{Change, ChangeKind, PLACE, Path, PathPart, Place, facts_and_references};
use crate::edit::Entry;
use crate::model::{EntityKind, Id, Journey, Map, MapKey, StepKey, Workspace};
use crate::sort::Sort;

/// Three versions: the common one and the two that started from it.
#[derive(Clone, Debug)]
pub struct Three {
    pub base: Workspace,
    pub ours: Workspace,
    pub theirs: Workspace,
}

impl Three {
    /// The common version, ours and theirs.
    pub fn each(&self) -> [&Workspace; 3] {
        [&self.base, &self.ours, &self.theirs]
    }

    /// The version of a side.
    pub fn of(&self, side: Side) -> &Workspace {
        match side {
            Side::Ours => &self.ours,
            Side::Theirs => &self.theirs,
        }
    }
}

/// What one side deleted and the other has.
#[derive(Clone, Debug)]
pub struct Deletion {
    /// What was deleted.
    pub entity: Entity,
    /// Who deleted it.
    pub by: Side,
    /// Touchpoints that went with a phase.
    pub members: Vec<Entity>,
    /// Touchpoints that the other side added to a phase.
    pub guests: Vec<Entity>,
    /// What the other side has against it: where it changed, moved or referred to something of it.
    pub against: Vec<Path>,
}

impl Deletion {
    /// Everything that goes with it; a journey goes whole.
    pub fn entities(&self) -> impl Iterator<Item = Entity> {
        std::iter::once(self.entity).chain(self.members.iter().copied())
    }

    /// Whether it is for a person to decide.
    pub fn is_contested(&self) -> bool {
        !self.against.is_empty()
    }
}

/// All that was deleted on the way from one version to two others.
#[derive(Clone, Debug, Default)]
pub struct Deletions {
    /// What neither side has.
    pub by_both: Vec<Entity>,
    /// What one side has.
    pub by_one: Vec<Deletion>,
}

impl Deletions {
    /// What was deleted, with what the other side has against it.
    pub fn between(three: &Three, cards: &Cards) -> Self {
        let mut deletions = Self::default();
        for kind in Entry::KINDS {
            deletions
                .note(three, Entry::ids(&three.base, *kind).into_iter().map(|id| Entity::entry(*kind, id)));
        }
        let journeys = three.base.journeys.keys().map(|id| Entity::entry(EntityKind::Journey, *id));
        deletions.note(three, journeys);
        for (id, journey) in &three.base.journeys {
            deletions.note_inside(three, *id, journey);
        }
        for side in [Side::Ours, Side::Theirs] {
            deletions.look_against(three, cards, side);
        }
        deletions
    }

    /// The deletions of a side.
    pub fn of(&self, side: Side) -> impl Iterator<Item = &Deletion> {
        self.by_one.iter().filter(move |deletion| deletion.by == side)
    }

    fn note(&mut self, three: &Three, entities: impl Iterator<Item = Entity>) {
        for entity in entities {
            self.note_one(entity, [&three.ours, &three.theirs].map(|side| entity.is_in(side)));
        }
    }

    /// Notes an entity of the base which these sides have.
    fn note_one(&mut self, entity: Entity, has: [bool; 2]) {
        let by = match has {
            [true, true] => return,
            [false, false] => return self.by_both.push(entity),
            [false, true] => Side::Ours,
            [true, false] => Side::Theirs,
        };
        let (members, guests, against) = (Vec::new(), Vec::new(), Vec::new());
        self.by_one.push(Deletion { entity, by, members, guests, against });
    }

    /// Phases with the touchpoints that went with them, and touchpoints that went alone. Where a side has the journey no
    /// more, what the other deleted in it is gone from both.
    fn note_inside(&mut self, three: &Three, id: Id, journey: &Arc<Journey>) {
        let sides = [three.ours.journeys.get(&id), three.theirs.journeys.get(&id)];
        if sides.iter().all(|side| side.is_none_or(|side| Arc::ptr_eq(side, journey))) {
            return;
        }
        let mut with_phase: HashSet<Id> = HashSet::new();
        for phase in missing(&journey.phases, sides.map(|side| side.map(|side| &side.phases))) {
            let first = self.by_one.len();
            self.note_part(sides, Entity::inside(EntityKind::Phase, id, phase));
            let Some(deletion) = self.by_one.get_mut(first) else { continue };
            let deleter = three.of(deletion.by).journeys.get(&id);
            let stood = journey.phases.get(&phase).into_iter().flat_map(|phase| &phase.touchpoints);
            let went =
                stood.filter(|id| deleter.is_some_and(|deleter| !deleter.touchpoints.contains_key(id)));
            let other = three.of(deletion.by.other());
            let standing = other.journeys.get(&id).and_then(|journey| journey.phases.get(&phase));
            let new = standing.into_iter().flat_map(|phase| &phase.touchpoints);
            let new = new.filter(|id| !journey.touchpoints.contains_key(id));
            deletion.guests.extend(new.map(|guest| Entity::inside(EntityKind::Touchpoint, id, *guest)));
            for touchpoint in went {
                let entity = Entity::inside(EntityKind::Touchpoint, id, *touchpoint);
                if entity.is_in(other) {
                    deletion.members.push(entity);
                    with_phase.insert(*touchpoint);
                }
            }
        }
        for touchpoint in missing(&journey.touchpoints, sides.map(|side| side.map(|side| &side.touchpoints)))
        {
            if !with_phase.contains(&touchpoint) {
                self.note_part(sides, Entity::inside(EntityKind::Touchpoint, id, touchpoint));
            }
        }
    }

    fn note_part(&mut self, sides: [Option<&Arc<Journey>>; 2], entity: Entity) {
        let has = |side: Option<&Arc<Journey>>| {
            side.is_some_and(|side| match entity.kind {
                EntityKind::Phase => side.phases.contains_key(&entity.id),
                _ => side.touchpoints.contains_key(&entity.id),
            })
        };
        let has = sides.map(has);
        // A journey that a side deleted goes whole.
        if has == [false, false] || sides.iter().all(Option::is_some) {
            self.note_one(entity, has);
        }
    }

    /// Notes what the other side did to what `by` deleted, beside deleting things itself.
    fn look_against(&mut self, three: &Three, cards: &Cards, by: Side) {
        if self.of(by).next().is_none() {
            return;
        }
        let other = three.of(by.other());
        let others: HashSet<Entity> =
            self.of(by.other()).flat_map(Deletion::entities).chain(self.by_both.iter().copied()).collect();
        let before = without(&three.base, &others, &three.base);
        let (facts, references) = facts_and_references(&before, other);
        let groups =
            Groups::of(self.by_one.iter().map(|deletion| (deletion.by == by).then_some(deletion)), three);
        let mut found: Vec<(usize, Path)> = Vec::new();
        for fact in facts.iter().filter(|fact| says_something(fact)) {
            let fact = Change { path: cards.told(&fact.path), ..fact.clone() };
            found.extend(groups.of_fact(&fact).into_iter().map(|at| (at, fact.path.clone())));
        }
        for ((kind, id), places) in references.gained {
            for at in groups.referred(kind, id) {
                found.extend(places.iter().map(|place| (at, cards.told(place))));
            }
        }
        // Who puts a card somewhere needs what is there.
        for (place, to) in cards.put_by(by.other()) {
            let put = Change { path: to, kind: ChangeKind::Changed, before: None, after: None };
            found.extend(groups.of_fact(&put).into_iter().map(|at| (at, place.clone())));
        }
        for (at, path) in found {
            self.by_one[at].against.push(path);
        }
        for deletion in &mut self.by_one {
            deletion.against.arrange();
            deletion.against.dedup();
        }
    }
}

/// Whether a change says something that a deletion would take away. To clear a field does: nobody owns it, nothing is
/// promised there. To take a step or a comment away does not.
fn says_something(fact: &Change) -> bool {
    use PathPart::{Field, Key};
    fact.kind != ChangeKind::Removed
        || !matches!(fact.path.0.as_slice(), [.., Field("steps" | "comments"), Key(_)])
}

/// The keys that not both sides have.
fn missing<T: 'static, K: MapKey>(base: &Map<T, K>, sides: [Option<&Map<T, K>>; 2]) -> Vec<K::Raw> {
    let same = |side: Option<&Map<T, K>>| side.is_some_and(|side| side.ptr_eq(base));
    if sides.into_iter().all(same) {
        return Vec::new();
    }
    let has = |key: &K::Raw| sides.iter().flatten().all(|side| side.contains_key(key));
    base.keys().filter(|key| !has(key) || sides.iter().any(Option::is_none)).copied().collect()
}

/// Which deletion an entity belongs to, by their positions.
pub struct Groups {
    of: HashMap<Entity, usize>,
    /// Touchpoints by identifier alone, as references name them.
    touchpoints: HashMap<Id, Vec<usize>>,
}

impl Groups {
    /// The groups of those deletions that are asked for.
    pub fn of<'a>(deletions: impl Iterator<Item = Option<&'a Deletion>>, three: &Three) -> Self {
        let mut groups = Self { of: HashMap::new(), touchpoints: HashMap::new() };
        for (at, deletion) in deletions.enumerate() {
            let Some(deletion) = deletion else { continue };
            for entity in deletion.entities().chain(deletion.guests.iter().copied()) {
                groups.of.insert(entity, at);
                if entity.kind == EntityKind::Touchpoint {
                    groups.touchpoints.entry(entity.id).or_default().push(at);
                }
            }
            if deletion.entity.kind == EntityKind::Journey {
                let other = three.of(deletion.by.other());
                let versions = [other, &three.base].map(|version| version.journeys.get(&deletion.entity.id));
                let touchpoints =
                    versions.into_iter().flatten().flat_map(|journey| journey.touchpoints.keys());
                for id in touchpoints {
                    groups.touchpoints.entry(*id).or_default().push(at);
                }
            }
        }
        groups
    }

    /// The deletions of what this refers to.
    pub fn referred(&self, kind: EntityKind, id: Id) -> Vec<usize> {
        match kind {
            EntityKind::Touchpoint => self.touchpoints.get(&id).cloned().unwrap_or_default(),
            _ => self.of.get(&Entity::entry(kind, id)).copied().into_iter().collect(),
        }
    }

    /// The deletions of what a change is in, or leads to.
    pub fn of_fact(&self, fact: &Change) -> Vec<usize> {
        use PathPart::{Field, Key};
        let get = |entity: Option<Entity>| entity.and_then(|entity| self.of.get(&entity).copied());
        let mut found: Vec<usize> = Vec::new();
        let parts = fact.path.0.as_slice();
        for length in [2, 3, 4] {
            found.extend(parts.get(..length).and_then(|parts| get(Entity::at(&Path(parts.to_vec())))));
        }
        let [Field("journeys"), Key(journey), Field(register), Key(key), rest @ ..] = parts else {
            return found;
        };
        let Some(journey) = Id::new(journey) else { return found };
        match (*register, rest) {
            ("steps", _) => {
                let ends = StepKey::parse(key).into_iter().flat_map(|key| [key.from, key.to]);
                found.extend(
                    ends.filter_map(|id| get(Some(Entity::inside(EntityKind::Touchpoint, journey, id)))),
                );
            }
            ("touchpoints", [Field(PLACE)]) => {
                let places = [&fact.before, &fact.after].into_iter().flatten();
                let phase = places.last().and_then(|json| Place::from_json(json)?.phase);
                found.extend(phase.and_then(|id| get(Some(Entity::inside(EntityKind::Phase, journey, id)))));
            }
            _ => {}
        }
        found
    }
}
