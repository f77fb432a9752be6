//! Joining values field by field, as declared.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use serde_json::{Map as JsonMap, Value};

use crate::compare::{Path, PathPart, json_text};
use crate::model::{Field, Unknown};

use super::conflict::Side;
use super::list::merge_lists;
use super::text::merge_texts;

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
    joins: bool,
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

    fn chosen_here(&self) -> Option<Side> {
        self.chosen.as_ref().and_then(|chosen| chosen.at(&self.path))
    }

    /// The value of whoever changed it; `ours` with a conflict where both did, differently.
    pub fn pick<T: Field>(&mut self, base: &T, ours: &T, theirs: &T) -> T {
        if ours == theirs {
            return ours.clone();
        }
        if let Some(side) = self.chosen_here() {
            return if side == Side::Ours { ours.clone() } else { theirs.clone() };
        }
        if theirs == base {
            return ours.clone();
        }
        if ours == base {
            return theirs.clone();
        }
        self.conflict(Some(base), Some(ours), Some(theirs));
        ours.clone()
    }

    /// `ours` with a conflict: both added a value where there was none.
    pub fn both_added<T: Field>(&mut self, ours: &T, theirs: &T) -> T {
        if ours == theirs {
            return ours.clone();
        }
        if let Some(side) = self.chosen_here() {
            return if side == Side::Ours { ours.clone() } else { theirs.clone() };
        }
        self.conflict(None, Some(ours), Some(theirs));
        ours.clone()
    }

    /// An entry of a map that may be missing on any side. An entry one side changed and the other
    /// deleted is as ours has it.
    pub fn entry<T: Field>(
        &mut self,
        base: Option<&Arc<T>>,
        ours: Option<&Arc<T>>,
        theirs: Option<&Arc<T>>,
    ) -> Option<Arc<T>> {
        let same = |one: &Arc<T>, other: &Arc<T>| Arc::ptr_eq(one, other) || one == other;
        match (base, ours, theirs) {
            (_, None, None) => None,
            (Some(base), Some(ours), Some(theirs)) => {
                if same(ours, theirs) {
                    return Some(ours.clone());
                }
                if !self.is_chosen() && same(base, theirs) {
                    return Some(ours.clone());
                }
                if !self.is_chosen() && same(base, ours) {
                    return Some(theirs.clone());
                }
                Some(Arc::new(T::merge(base, ours, theirs, self)))
            }
            (None, Some(ours), Some(theirs)) if same(ours, theirs) => Some(ours.clone()),
            (None, Some(ours), Some(theirs)) => Some(Arc::new(T::merge_added(ours, theirs, self))),
            (base, Some(kept), None) | (base, None, Some(kept)) => {
                match (self.chosen_here(), base) {
                    (Some(Side::Ours), _) => return ours.cloned(),
                    (Some(Side::Theirs), _) => return theirs.cloned(),
                    (None, None) => return Some(kept.clone()),
                    (None, Some(base)) if same(base, kept) => return None,
                    (None, Some(base)) => {
                        self.conflict(
                            Some(base.as_ref()),
                            ours.map(AsRef::as_ref),
                            theirs.map(AsRef::as_ref),
                        );
                    }
                }
                ours.cloned()
            }
        }
    }

    /// A list: additions and removals of both sides.
    pub fn list<T: Field>(&mut self, base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
        match self.chosen_here() {
            Some(Side::Ours) => ours.to_vec(),
            Some(Side::Theirs) => theirs.to_vec(),
            None => merge_lists(base, ours, theirs),
        }
    }

    /// Two lists both added: what stands in either. One that says "none" clashes with one that names some.
    pub fn added_list<T: Field>(&mut self, ours: &Vec<T>, theirs: &Vec<T>) -> Vec<T> {
        if !self.joins || self.chosen_here().is_some() || ours.is_empty() != theirs.is_empty() {
            return self.both_added(ours, theirs);
        }
        merge_lists(&[], ours, theirs)
    }

    /// A text: where the changes of both do not touch, with both.
    #[inline(never)]
    pub fn text(&mut self, base: &String, ours: &String, theirs: &String) -> String {
        let both =
            self.joins && self.chosen_here().is_none() && ours != theirs && ours != base && theirs != base;
        let joined = if both { merge_texts(base, ours, theirs) } else { None };
        joined.unwrap_or_else(|| self.pick(base, ours, theirs))
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
            [base, ours, theirs].into_iter().flatten().flat_map(|map| map.keys()).collect();
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

    fn conflict<T: Field>(&mut self, base: Option<&T>, ours: Option<&T>, theirs: Option<&T>) {
        let text = |value: Option<&T>| value.filter(|value| !value.is_absent()).map(json_text);
        self.note(text(base), text(ours), text(theirs));
    }

    fn note(&mut self, base: Option<String>, ours: Option<String>, theirs: Option<String>) {
        self.clashes.push(Clash { path: self.path.clone(), base, ours, theirs });
    }
}
