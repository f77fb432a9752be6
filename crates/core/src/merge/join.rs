//! Joining two orders: what either side put somewhere else stands there afterwards.

use std::collections::{HashMap, HashSet};

use super::conflict::Side;
use crate::compare::Place;
use crate::compare::order::{Lists, Standing, moved_among, places};
use crate::model::{Id, IdMap};
use crate::sort::Sort;

/// Two versions of ordered lists made one.
pub struct Joined {
    /// The lists asked for, in their order.
    pub lists: Lists,
    /// What both put somewhere else, where nobody had chosen a place.
    pub clashes: Vec<PlaceClash>,
}

/// Something both sides put somewhere else.
pub struct PlaceClash {
    /// What.
    pub id: Id,
    /// Where it stood.
    pub base: Option<Place>,
    /// Where ours has it.
    pub ours: Place,
    /// Where theirs has it.
    pub theirs: Place,
}

/// Two orders with a common one.
pub struct Orders<'a> {
    /// The common one, ours and theirs.
    pub lists: [&'a Lists; 3],
    /// What ours moved and what theirs moved. They are not looked for here: which of two moved past the other may
    /// depend on what else stood there, and not all of that needs to be joined.
    pub moved: [HashSet<Id>; 2],
}

/// Joins two orders of everything that is `present`, into the lists named. It begins with ours; what only theirs added
/// or moved goes behind what it comes after there, and behind what ours put at the same place. What both put somewhere
/// else goes behind what it comes after on the side `chosen` for it, or else on ours.
pub fn join(
    orders: Orders<'_>,
    present: &dyn Fn(Id) -> bool,
    named: &[Option<Id>],
    chosen: &HashMap<Id, Side>,
) -> Joined {
    let [_, ours, _] = orders.lists;
    let sides = Sides::of(orders, chosen);
    let mut groups = sides.groups(present);
    let frames: HashMap<Option<Id>, &[Id]> = ours.iter().map(|(list, ids)| (*list, ids.as_slice())).collect();
    let joined = named.iter().map(|list| {
        let frame = frames.get(list).copied().unwrap_or_default().iter().copied();
        let frame = frame.filter(|id| present(*id) && sides.is_of(*id, Side::Ours));
        (*list, with_groups(*list, frame, &sides, &mut groups))
    });
    let mut lists: Lists = joined.collect();
    for side in [Side::Ours, Side::Theirs] {
        sides.put_behind(&mut lists, side, present, chosen);
    }
    let clashes = sides.clashes(|id| present(id) && !chosen.contains_key(&id));
    Joined { lists, clashes }
}

/// What goes behind what, in which list; behind nothing where it is the first.
type Groups = HashMap<(Option<Id>, Option<Id>), Vec<Id>>;

/// The list with each group behind what it comes after, and behind what ours put right there.
fn with_groups(
    list: Option<Id>,
    frame: impl Iterator<Item = Id>,
    sides: &Sides<'_>,
    groups: &mut Groups,
) -> Vec<Id> {
    let mut joined = Vec::new();
    let mut waiting = groups.remove(&(list, None)).unwrap_or_default();
    for id in frame {
        if sides.is_of(id, Side::Theirs) {
            joined.append(&mut waiting);
            waiting = groups.remove(&(list, Some(id))).unwrap_or_default();
        }
        joined.push(id);
    }
    joined.append(&mut waiting);
    joined
}

struct Sides<'a> {
    lists: [&'a Lists; 3],
    moved: [HashSet<Id>; 2],
    standing: [Standing; 3],
    /// Both put it somewhere else, or somebody chose where it goes.
    clashing: HashSet<Id>,
}

impl<'a> Sides<'a> {
    fn of(orders: Orders<'a>, chosen: &HashMap<Id, Side>) -> Self {
        let Orders { lists, moved } = orders;
        let standing = lists.map(Standing::of);
        let mut sides = Self { lists, moved, standing, clashing: HashSet::new() };
        let chosen: Vec<Id> = chosen.keys().copied().filter(|id| sides.both_have(*id)).collect();
        sides.clashing = sides.put_apart();
        sides.clashing.extend(chosen);
        sides
    }

    fn has(&self, id: Id, side: Side) -> bool {
        self.standing[side.position() + 1].holds(id)
    }

    fn both_have(&self, id: Id) -> bool {
        self.has(id, Side::Ours) && self.has(id, Side::Theirs)
    }

    /// Whether the side added it there, or moved it.
    fn put(&self, id: Id, side: Side) -> bool {
        !self.standing[0].holds(id) || self.moved[side.position()].contains(&id)
    }

    /// Whether it goes where this side has it: the other has not, left it, or put it in the same place. What clashes goes
    /// where neither has it before the rest stands.
    fn is_of(&self, id: Id, side: Side) -> bool {
        let other = side.other();
        self.has(id, side)
            && !self.clashing.contains(&id)
            && (!self.has(id, other) || self.put(id, side) || !self.put(id, other))
    }

    /// What both put in different places: between other things that nobody put anywhere, or in another order there.
    fn put_apart(&self) -> HashSet<Id> {
        let by_both = |id: Id| self.both_have(id) && self.put(id, Side::Ours) && self.put(id, Side::Theirs);
        let [_, ours, theirs] = self.lists;
        if !self.standing[1].ids().any(by_both) {
            return HashSet::new();
        }
        let (here, there) = (self.gaps(ours), self.gaps(theirs));
        let meet = |id: Id| by_both(id) && here.get(&id) == there.get(&id);
        let mut apart = moved_among(&self.standing[1], theirs, meet);
        apart.extend(self.standing[1].ids().filter(|id| by_both(*id) && !meet(*id)));
        apart
    }

    /// The list of each, and behind how many it stands there that nobody put anywhere.
    fn gaps(&self, lists: &Lists) -> IdMap<(Option<Id>, usize)> {
        let untouched =
            |id: Id| self.both_have(id) && !self.put(id, Side::Ours) && !self.put(id, Side::Theirs);
        let mut gaps = IdMap::default();
        for (list, ids) in lists {
            let mut before = 0;
            for id in ids {
                gaps.insert(*id, (*list, before));
                before += usize::from(untouched(*id));
            }
        }
        gaps
    }

    /// What goes where only theirs has it.
    fn groups(&self, present: &dyn Fn(Id) -> bool) -> Groups {
        let mut groups = Groups::new();
        let [.., theirs] = self.lists;
        for (list, ids) in theirs {
            let mut after = None;
            for id in ids.iter().copied().filter(|id| present(*id) && self.is_of(*id, Side::Theirs)) {
                if self.is_of(id, Side::Ours) {
                    after = Some(id);
                } else {
                    groups.entry((*list, after)).or_default().push(id);
                }
            }
        }
        groups
    }

    /// Puts what clashes and goes where `side` has it right behind the next before it there that goes where the side has
    /// it too.
    fn put_behind(
        &self,
        lists: &mut Lists,
        side: Side,
        present: &dyn Fn(Id) -> bool,
        chosen: &HashMap<Id, Side>,
    ) {
        let clashes = |id: Id| {
            self.clashing.contains(&id)
                && chosen.get(&id).copied().unwrap_or(Side::Ours) == side
                && present(id)
        };
        for (list, ids) in self.lists[side.position() + 1] {
            let Some((_, joined)) = lists.iter_mut().find(|(name, _)| name == list) else { continue };
            for (at, id) in ids.iter().enumerate().filter(|(_, id)| clashes(**id)) {
                let mut before =
                    ids[..at].iter().rev().filter(|before| clashes(**before) || self.is_of(**before, side));
                let behind = before.find_map(|before| joined.iter().position(|other| other == before));
                joined.insert(behind.map_or(0, |at| at + 1), *id);
            }
        }
    }

    fn clashes(&self, counts: impl Fn(Id) -> bool) -> Vec<PlaceClash> {
        let mut clashing: Vec<Id> = self.clashing.iter().copied().filter(|id| counts(*id)).collect();
        if clashing.is_empty() {
            return Vec::new();
        }
        clashing.arrange();
        let [base, ours, theirs] = self.lists.map(places);
        let clash = |id: Id| {
            let (ours, theirs) = (*ours.get(&id)?, *theirs.get(&id)?);
            Some(PlaceClash { id, base: base.get(&id).copied(), ours, theirs })
        };
        clashing.into_iter().filter_map(clash).collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;
    use crate::compare::order::moved;

    fn list(text: &str) -> Lists {
        vec![(None, text.split_whitespace().map(|id| Id::new(id).unwrap()).collect())]
    }

    fn joined(base: &str, ours: &str, theirs: &str) -> (String, String) {
        let gone = |id: Id| {
            let holds = |text: &str| text.split_whitespace().any(|other| other == id.as_str());
            holds(base) && !(holds(ours) && holds(theirs))
        };
        let lists = [&list(base), &list(ours), &list(theirs)];
        let moved = [lists[1], lists[2]].map(|side| moved(&Standing::of(lists[0]), side));
        let joined = join(Orders { lists, moved }, &|id| !gone(id), &[None], &HashMap::new());
        let text = |ids: Vec<Id>| ids.iter().map(Id::to_string).collect::<Vec<_>>().join(" ");
        (text(joined.lists[0].1.clone()), text(joined.clashes.into_iter().map(|clash| clash.id).collect()))
    }

    #[test]
    fn what_both_inserted_moved_and_removed_is_there() {
        for (base, ours, theirs, result) in [
            ("a b c d", "a b x c d", "a b c d y", "a b x c d y"),
            ("a b c d", "a x b c d", "a y b c d", "a x y b c d"),
            ("a b c d", "d a b c", "a c b d", "d a c b"),
            ("a b c d", "a c d", "a b c", "a c"),
            ("a b c", "x a b c", "y z a b c", "x y z a b c"),
            ("a b c d e", "e a b c d", "b a2 a c d e", "e b a2 a c d"),
        ] {
            assert_eq!(joined(base, ours, theirs), (result.to_owned(), String::new()), "{base}");
        }
    }

    #[test]
    fn only_two_different_moves_clash_and_ours_stands() {
        assert_eq!(joined("a b c d", "d a b c", "a d b c"), ("d a b c".into(), "d".into()));
        assert_eq!(joined("a b c d", "d a b c", "d a b c"), ("d a b c".into(), String::new()));
        assert_eq!(joined("a b c d", "d a b c x", "y d a b c"), ("y d a b c x".into(), String::new()));
        assert_eq!(joined("", "a b c", "c a b"), ("a b c".into(), "c".into()));
        assert_eq!(joined("", "c a b", "a b c"), ("c a b".into(), "c".into()));
    }
}
