//! What is kept while values are joined: the place, whose value counts there, and where values clash.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use serde_json::{Map as JsonMap, Value};

use crate::compare::{Path, PathPart, json_text};
use crate::model::{AnyField, Unknown};
use crate::sort::Gather;

use super::conflict::Side;

/// A place both sides changed differently, with the values as JSON.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Clash {
    pub path: Path,
    pub base: Option<String>,
    pub ours: Option<String>,
    pub theirs: Option<String>,
}

/// Whose value counts where values clash.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    sides: HashMap<Path, Side>,
    /// The places that lead to those of `sides`, and these.
    leading: HashSet<Path>,
}

impl Chosen {
    /// Lets the value of a side count at a place.
    pub fn insert(&mut self, path: &Path, side: Side) {
        self.sides.insert(path.clone(), side);
        self.leading.extend((0..=path.0.len()).map(|parts| Path(path.0[..parts].to_vec())));
    }

    /// Whose value counts at a place, where that was said.
    pub fn at(&self, path: &Path) -> Option<Side> {
        self.sides.get(path).copied()
    }

    /// Whether a side was chosen for the place or one inside it.
    pub fn is_within(&self, path: &Path) -> bool {
        self.leading.contains(path)
    }

    /// Every place of which it was said, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, Side)> {
        self.sides.iter().map(|(path, side)| (path, *side))
    }
}

/// Joins values and collects where they clash. By default it only fills blanks: where both have a value, ours stays
/// whole.
#[derive(Default)]
pub struct Merger {
    path: Path,
    clashes: Vec<Clash>,
    pub(super) joins: bool,
    chosen: Option<Rc<Chosen>>,
}

impl Merger {
    /// Also joins what both changed, where it can be joined: texts by word, lists as sets. Where it cannot be joined, the
    /// side that was chosen for the place counts, or else ours.
    pub(super) fn joining(chosen: &Rc<Chosen>) -> Self {
        Self { joins: true, chosen: Some(chosen.clone()), ..Self::default() }
    }

    /// Where values clashed.
    pub(super) fn finish(self) -> Vec<Clash> {
        self.clashes
    }

    /// Whether a side was chosen for the present place or one inside it: then its value counts even where only the other
    /// side changed it.
    pub fn is_chosen(&self) -> bool {
        self.chosen.as_ref().is_some_and(|chosen| chosen.is_within(&self.path))
    }

    pub(super) fn chosen_here(&self) -> Option<Side> {
        self.chosen.as_ref().and_then(|chosen| chosen.at(&self.path))
    }

    /// The fields no declaration knows, key by key: what either side set or removed; `ours` with a
    /// conflict where both did, differently.
    pub fn unknown(&mut self, base: &Unknown, ours: &Unknown, theirs: &Unknown) -> Unknown {
        if ours == theirs || theirs == base && !self.is_chosen() {
            return ours.clone();
        }
        if ours == base && !self.is_chosen() {
            return theirs.clone();
        }
        let of = |side: &Unknown, key: &str| side.as_ref().and_then(|map| map.get(key).cloned());
        let keys: BTreeSet<&String> =
            [base, ours, theirs].into_iter().flatten().flat_map(|map| map.keys()).gather();
        let mut merged = JsonMap::new();
        for key in keys {
            let (base, ours, theirs) = (of(base, key), of(ours, key), of(theirs, key));
            let kept = self.at_key(key, |merger| merger.key(base.as_ref(), ours, theirs));
            merged.extend(kept.map(|value| (key.clone(), value)));
        }
        (!merged.is_empty()).then(|| Box::new(merged))
    }

    fn key(&mut self, base: Option<&Value>, ours: Option<Value>, theirs: Option<Value>) -> Option<Value> {
        match self.chosen_here() {
            Some(Side::Ours) => return ours,
            Some(Side::Theirs) => return theirs,
            None if ours.as_ref() == base => return theirs,
            None => {}
        }
        if ours != theirs && theirs.as_ref() != base {
            let text = |value: Option<&Value>| value.map(Value::to_string);
            self.note(text(base), text(ours.as_ref()), text(theirs.as_ref()));
            return ours;
        }
        ours
    }

    /// Runs `join` at the field `name` of the present place.
    pub fn at_field<R>(&mut self, name: &'static str, join: impl FnOnce(&mut Self) -> R) -> R {
        self.path.enter(PathPart::Field(name));
        let result = join(self);
        self.path.leave();
        result
    }

    /// Runs `join` at the entry `key` of the present place.
    pub fn at_key<R>(&mut self, key: &str, join: impl FnOnce(&mut Self) -> R) -> R {
        self.path.enter(PathPart::Key(key.to_owned()));
        let result = join(self);
        self.path.leave();
        result
    }

    pub(super) fn conflict(
        &mut self,
        base: Option<&dyn AnyField>,
        ours: Option<&dyn AnyField>,
        theirs: Option<&dyn AnyField>,
    ) {
        let text = |value: Option<&dyn AnyField>| value.filter(|value| !value.is_absent()).map(json_text);
        self.note(text(base), text(ours), text(theirs));
    }

    fn note(&mut self, base: Option<String>, ours: Option<String>, theirs: Option<String>) {
        self.clashes.push(Clash { path: self.path.clone(), base, ours, theirs });
    }
}
