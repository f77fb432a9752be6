//! Joining values field by field, along the declarations.

use super::conflict::Side;
use super::list::merge_lists;
use super::merger::Merger;
use super::text::merge_texts;
use crate::model::{AnyField, AnyList, AnyMap, AnyShared, Field, Fields, Shared, View, ViewMut};

impl Merger {
    /// The value after two people changed `base`; notes a conflict where both changed it differently.
    pub fn joined<T: Field>(&mut self, base: &T, ours: &T, theirs: &T) -> T {
        let mut joined = ours.clone();
        self.join(base, ours, theirs, &mut joined);
        joined
    }

    /// What two people made where there was nothing: `ours`, and in its blanks `theirs`.
    pub fn both_added_entity(&mut self, ours: &dyn AnyShared, theirs: &dyn AnyShared) -> Shared {
        let join = |joined: &mut dyn Fields| self.join_added_fields(ours.fields(), theirs.fields(), joined);
        ours.changed(join).0
    }

    /// [`joined`](Self::joined) of values of one type; `joined` begins as ours.
    fn join(
        &mut self,
        base: &dyn AnyField,
        ours: &dyn AnyField,
        theirs: &dyn AnyField,
        joined: &mut dyn AnyField,
    ) {
        match (base.view(), ours.view(), theirs.view()) {
            (_, View::Absent, _) | (_, _, View::Absent) => self.pick(Some(base), ours, theirs, joined),
            (View::Absent, ..) => self.join_added(ours, theirs, joined),
            (View::Fields(base), View::Fields(ours), View::Fields(theirs)) => {
                if let ViewMut::Fields(joined) = joined.view_mut() {
                    self.join_fields(base, ours, theirs, joined);
                }
            }
            (View::Map(base, _), View::Map(ours, _), View::Map(theirs, _)) => {
                if let ViewMut::Map(joined, _) = joined.view_mut() {
                    self.join_maps(base, ours, theirs, joined);
                }
            }
            (View::List(base), View::List(ours), View::List(theirs)) => match self.chosen_here() {
                Some(Side::Ours) => {}
                Some(Side::Theirs) => become_items(joined, &items(theirs)),
                None => become_items(joined, &merge_lists(&items(base), &items(ours), &items(theirs))),
            },
            _ => {
                if !self.join_texts(base, ours, theirs, joined) {
                    self.pick(Some(base), ours, theirs, joined);
                }
            }
        }
    }

    /// Joins what two people each added.
    fn join_added(&mut self, ours: &dyn AnyField, theirs: &dyn AnyField, joined: &mut dyn AnyField) {
        match (ours.view(), theirs.view()) {
            (View::Fields(ours), View::Fields(theirs)) => {
                if let ViewMut::Fields(joined) = joined.view_mut() {
                    self.join_added_fields(ours, theirs, joined);
                }
            }
            // What stands in either; one that says "none" clashes with one that names some.
            (View::List(ours), View::List(theirs))
                if self.joins
                    && self.chosen_here().is_none()
                    && (ours.count() == 0) == (theirs.count() == 0) =>
            {
                become_items(joined, &merge_lists(&[], &items(ours), &items(theirs)));
            }
            _ => self.pick(None, ours, theirs, joined),
        }
    }

    fn join_added_fields(&mut self, ours: &dyn Fields, theirs: &dyn Fields, joined: &mut dyn Fields) {
        if ours.declaration().is_statement {
            return self.pick(None, ours, theirs, joined);
        }
        let blank = ours.blank();
        self.join_fields(&*blank, ours, theirs, joined);
    }

    fn join_fields(
        &mut self,
        base: &dyn Fields,
        ours: &dyn Fields,
        theirs: &dyn Fields,
        joined: &mut dyn Fields,
    ) {
        if ours.declaration().is_statement {
            return self.pick(Some(base), ours, theirs, joined);
        }
        for (at, field) in ours.declaration().fields.iter().enumerate() {
            let [base, ours, theirs] = [base, ours, theirs].map(|side| side.field(at));
            let joined = joined.field_mut(at);
            self.at_field(field.name, |merger| merger.join(base, ours, theirs, joined));
        }
        *joined.unknown_mut() = self.unknown(base.unknown(), ours.unknown(), theirs.unknown());
    }

    fn join_maps(
        &mut self,
        base: &dyn AnyMap,
        ours: &dyn AnyMap,
        theirs: &dyn AnyMap,
        joined: &mut dyn AnyMap,
    ) {
        let open = self.is_chosen();
        if theirs.is_version(base) && !open || theirs.is_version(ours) {
            return;
        }
        for (key, theirs) in theirs.entries() {
            let (base, ours) = (base.entity(&key), ours.entity(&key));
            let same = |one: Option<&Shared>| one.is_some_and(|one| one.is(&**theirs));
            if same(ours) || same(base) && ours.is_some() && !open {
                continue;
            }
            match self.at_key(&key.text(), |merger| merger.entity(base, ours, Some(theirs))) {
                Some(entity) => joined.put(&key, entity),
                None => joined.take(&key),
            }
        }
        for (key, ours) in ours.entries().filter(|(key, _)| theirs.entity(key).is_none()) {
            let base = base.entity(&key);
            if self.at_key(&key.text(), |merger| merger.entity(base, Some(ours), None)).is_none() {
                joined.take(&key);
            }
        }
    }

    /// An entity of a map that may be missing on any side. One that a side changed and the other deleted is as ours has it.
    fn entity(
        &mut self,
        base: Option<&Shared>,
        ours: Option<&Shared>,
        theirs: Option<&Shared>,
    ) -> Option<Shared> {
        match (base, ours, theirs) {
            (_, None, None) => None,
            (Some(base), Some(ours), Some(theirs)) => {
                if ours.equals(&**theirs) || !self.is_chosen() && base.equals(&**theirs) {
                    return Some(ours.clone());
                }
                if !self.is_chosen() && base.equals(&**ours) {
                    return Some(theirs.clone());
                }
                let join = |joined: &mut dyn Fields| {
                    self.join_fields(base.fields(), ours.fields(), theirs.fields(), joined);
                };
                Some(ours.changed(join).0)
            }
            (None, Some(ours), Some(theirs)) if ours.equals(&**theirs) => Some(ours.clone()),
            (None, Some(ours), Some(theirs)) => Some(self.both_added_entity(&**ours, &**theirs)),
            (base, Some(kept), None) | (base, None, Some(kept)) => {
                match (self.chosen_here(), base) {
                    (Some(Side::Ours), _) => return ours.cloned(),
                    (Some(Side::Theirs), _) => return theirs.cloned(),
                    (None, None) => return Some(kept.clone()),
                    (None, Some(base)) if base.equals(&**kept) => return None,
                    (None, Some(base)) => {
                        self.conflict(Some(base.fields()), ours.map(value), theirs.map(value));
                    }
                }
                ours.cloned()
            }
        }
    }

    /// Joins texts, where the changes of both do not touch; `false` where they are none or do.
    fn join_texts(
        &mut self,
        base: &dyn AnyField,
        ours: &dyn AnyField,
        theirs: &dyn AnyField,
        joined: &mut dyn AnyField,
    ) -> bool {
        let [Some(base), Some(ours), Some(theirs)] = [base, ours, theirs].map(text) else { return false };
        let both =
            self.joins && self.chosen_here().is_none() && ours != theirs && ours != base && theirs != base;
        let text = if both { merge_texts(base, ours, theirs) } else { None };
        let (Some(text), ViewMut::Single(joined)) = (text, joined.view_mut()) else { return false };
        joined.text_mut().map(|joined| *joined = text).is_some()
    }

    /// The value of whoever changed it; ours with a conflict where both did, differently, or both added one where there was
    /// none.
    fn pick(
        &mut self,
        base: Option<&dyn AnyField>,
        ours: &dyn AnyField,
        theirs: &dyn AnyField,
        joined: &mut dyn AnyField,
    ) {
        if ours.same(theirs) {
            return;
        }
        let stayed = |side: &dyn AnyField| base.is_some_and(|base| side.same(base));
        match self.chosen_here() {
            Some(Side::Ours) => {}
            Some(Side::Theirs) => joined.become_copy(theirs),
            None if stayed(theirs) => {}
            None if stayed(ours) => joined.become_copy(theirs),
            None => self.conflict(base, Some(ours), Some(theirs)),
        }
    }
}

/// An item of a list, equal where it says the same.
#[derive(Clone, Copy)]
struct Item<'a>(&'a dyn AnyField);

impl PartialEq for Item<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.same(other.0)
    }
}

fn items(list: &dyn AnyList) -> Vec<Item<'_>> {
    list.items().map(Item).collect()
}

fn become_items(joined: &mut dyn AnyField, items: &[Item<'_>]) {
    if let ViewMut::List(list) = joined.view_mut() {
        list.become_items(&items.iter().map(|item| item.0).collect::<Vec<_>>());
    }
}

fn value(entity: &Shared) -> &dyn AnyField {
    entity.fields()
}

fn text(value: &dyn AnyField) -> Option<&String> {
    match value.view() {
        View::Single(single) => single.text(),
        _ => None,
    }
}
