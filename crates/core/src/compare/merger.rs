//! Joining two versions that started from a common one.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map as JsonMap, Value};

use crate::model::{Field, Problem, Reader, Unknown, Workspace, Writer, mend_structure};

use super::list::merge_lists;
use super::path::{Path, PathPart};

/// A place both sides changed differently; the merged version holds `ours`.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Where.
    pub path: Path,
    /// The common value as JSON, where there was one.
    pub base: Option<String>,
    /// Our value as JSON; `None` where we deleted it.
    pub ours: Option<String>,
    /// Their value as JSON; `None` where they deleted it.
    pub theirs: Option<String>,
}

/// Joins values and collects the conflicts.
#[derive(Default)]
pub struct Merger {
    path: Path,
    conflicts: Vec<Conflict>,
}

impl Merger {
    /// The value of whoever changed it; `ours` with a conflict where both did, differently.
    pub fn pick<T: Field>(&mut self, base: &T, ours: &T, theirs: &T) -> T {
        if ours == theirs || theirs == base {
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
        if ours != theirs {
            self.conflict(None, Some(ours), Some(theirs));
        }
        ours.clone()
    }

    /// An entry of a map that may be missing on any side. An entry one side changed and the other
    /// deleted stays, with a conflict.
    pub fn entry<T: Field>(
        &mut self,
        base: Option<&Arc<T>>,
        ours: Option<&Arc<T>>,
        theirs: Option<&Arc<T>>,
    ) -> Option<Arc<T>> {
        match (base, ours, theirs) {
            (_, None, None) => None,
            (Some(base), Some(ours), Some(theirs)) => {
                if Arc::ptr_eq(ours, theirs) || Arc::ptr_eq(base, theirs) {
                    return Some(ours.clone());
                }
                Some(Arc::new(T::merge(base, ours, theirs, self)))
            }
            (None, Some(ours), Some(theirs)) if ours == theirs => Some(ours.clone()),
            (None, Some(ours), Some(theirs)) => Some(Arc::new(T::merge_added(ours, theirs, self))),
            (None, Some(one), None) | (None, None, Some(one)) => Some(one.clone()),
            (Some(base), Some(kept), None) | (Some(base), None, Some(kept)) => {
                if base == kept {
                    return None;
                }
                self.conflict(Some(base.as_ref()), ours.map(AsRef::as_ref), theirs.map(AsRef::as_ref));
                Some(kept.clone())
            }
        }
    }

    /// A list: additions, removals and moves of both sides.
    pub fn list<T: Field>(&mut self, base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
        merge_lists(base, ours, theirs)
    }

    /// The fields no declaration knows, key by key: what either side set or removed; `ours` with a
    /// conflict where both did, differently.
    pub fn unknown(&mut self, base: &Unknown, ours: &Unknown, theirs: &Unknown) -> Unknown {
        if ours == theirs || theirs == base {
            return ours.clone();
        }
        if ours == base {
            return theirs.clone();
        }
        let of = |side: &Unknown, key: &str| side.as_ref().and_then(|map| map.get(key).cloned());
        let keys: BTreeSet<&String> =
            [base, ours, theirs].into_iter().flatten().flat_map(|map| map.keys()).collect();
        let mut merged = JsonMap::new();
        for key in keys {
            let (base, ours, theirs) = (of(base, key), of(ours, key), of(theirs, key));
            if ours != theirs && ours != base && theirs != base {
                let text = |value: &Option<Value>| value.as_ref().map(Value::to_string);
                self.at_key(key, |merger| merger.note(text(&base), text(&ours), text(&theirs)));
            }
            let kept = if ours == base { theirs } else { ours };
            merged.extend(kept.map(|value| (key.clone(), value)));
        }
        (!merged.is_empty()).then(|| Box::new(merged))
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
        let text = |value: Option<&T>| {
            value.filter(|value| !value.is_absent()).map(|value| {
                let mut writer = Writer::default();
                value.write(&mut writer);
                writer.finish().trim_end().to_owned()
            })
        };
        self.note(text(base), text(ours), text(theirs));
    }

    fn note(&mut self, base: Option<String>, ours: Option<String>, theirs: Option<String>) {
        self.conflicts.push(Conflict { path: self.path.clone(), base, ours, theirs });
    }
}

/// A merged workspace and what a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The merged version.
    pub workspace: Workspace,
    /// Places both sides changed differently.
    pub conflicts: Vec<Conflict>,
    /// What had to be mended for the parts to fit together, such as a reference to something deleted.
    pub mended: Vec<Problem>,
}

/// Joins two versions that started from `base`.
pub fn merge(base: &Workspace, ours: &Workspace, theirs: &Workspace) -> Merged {
    let mut merger = Merger::default();
    let mut workspace = Workspace::merge(base, ours, theirs, &mut merger);
    let mut reader = Reader::default();
    mend_structure(&mut workspace, &mut reader);
    let whole = workspace.clone();
    workspace.prune(&whole.known(), &mut reader);
    Merged { workspace, conflicts: merger.conflicts, mended: reader.finish().0 }
}
