//! Joining two versions that started from a common one.

use std::sync::Arc;

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
            (None, Some(ours), Some(theirs)) => {
                Some(if ours == theirs { ours.clone() } else { Arc::new(T::merge(ours, ours, theirs, self)) })
            }
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

    /// The fields no declaration knows, as one value; `ours` where both changed them.
    pub fn unknown(&mut self, base: &Unknown, ours: &Unknown, theirs: &Unknown) -> Unknown {
        let (Some(ours_map), Some(theirs_map)) = (ours, theirs) else {
            return if ours == base { theirs.clone() } else { ours.clone() };
        };
        let mut merged = ours_map.clone();
        for (key, value) in theirs_map.iter() {
            let in_base = base.as_ref().and_then(|map| map.get(key));
            if ours_map.get(key) == in_base {
                merged.insert(key.clone(), value.clone());
            }
        }
        Some(merged)
    }

    /// Runs `join` at the field `name` of the present place.
    pub fn at_field<R>(&mut self, name: &'static str, join: impl FnOnce(&mut Self) -> R) -> R {
        self.path.0.push(PathPart::Field(name));
        let result = join(self);
        self.path.0.pop();
        result
    }

    /// Runs `join` at the entry `key` of the present place.
    pub fn at_key<R>(&mut self, key: &str, join: impl FnOnce(&mut Self) -> R) -> R {
        self.path.0.push(PathPart::Key(key.to_owned()));
        let result = join(self);
        self.path.0.pop();
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
        let conflict =
            Conflict { path: self.path.clone(), base: text(base), ours: text(ours), theirs: text(theirs) };
        self.conflicts.push(conflict);
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
    let known = workspace.clone();
    workspace.prune(&|kind, id| known.contains(kind, id), &mut reader);
    Merged { workspace, conflicts: merger.conflicts, mended: reader.finish().0 }
}
