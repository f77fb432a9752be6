//! Joining two orders: what either side put somewhere else stands there afterwards.

use std::collections::{HashMap, HashSet};

use crate::compare::Place;
use crate::compare::order::{Lists, Standing, moved, moved_among, places};
use crate::model::{Id, IdMap};

/// Two versions of ordered lists made one.
pub struct Joined {
    /// The lists asked for, in their order.
    pub lists: Lists,
    /// What both put somewhere else; it stands where ours has it.
    pub clashes: Vec<PlaceClash>,
    /// What one side moved and the other deleted.
    pub moved_and_gone: Vec<Id>,
    /// Lists something belongs to and that were not asked for.
    pub missing_lists: HashSet<Id>,
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

/// Joins the orders `ours` and `theirs`, which started from `base`, of everything that is `present`, into the lists
/// named. It begins with ours; what only theirs added or moved goes behind what it comes after there, and behind what
/// ours put at the same place.
pub fn join([base, ours, theirs]: [&Lists; 3], present: &dyn Fn(Id) -> bool, named: &[Option<Id>]) -> Joined {
    let sides = Sides::of(base, ours, theirs);
    let mut missing_lists = HashSet::new();
    let mut groups: HashMap<(Option<Id>, Option<Id>), Vec<Id>> = HashMap::new();
    let known: HashSet<Option<Id>> = named.iter().copied().collect();
    for (list, ids) in theirs {
        let mut after = None;
        for id in ids.iter().copied().filter(|id| present(*id)) {
            if sides.places_theirs(id) {
                if known.contains(list) {
                    groups.entry((*list, after)).or_default().push(id);
                } else {
                    missing_lists.extend(*list);
                }
            } else if sides.is_steady(id) && sides.ours.get(id).is_some_and(|(in_list, _)| in_list == *list) {
                after = Some(id);
            }
        }
    }
    let mut lists: Frames = ours.iter().map(|(list, ids)| (*list, ids.as_slice())).collect();
    let joined = named.iter().map(|list| {
        let frame = lists.remove(list).unwrap_or_default();
        let frame = frame.iter().copied().filter(|id| present(*id) && !sides.places_theirs(*id));
        (*list, with_groups(*list, frame, &sides, &mut groups))
    });
    let joined: Lists = joined.collect();
    let stranded =
        |(_, ids): &(&Option<Id>, &&[Id])| ids.iter().any(|id| present(*id) && !sides.places_theirs(*id));
    missing_lists.extend(lists.iter().filter(stranded).filter_map(|(list, _)| *list));
    Joined {
        lists: joined,
        clashes: sides.clashes([base, ours, theirs], present),
        moved_and_gone: sides.moved_and_gone(),
        missing_lists,
    }
}

type Frames<'a> = HashMap<Option<Id>, &'a [Id]>;

/// The list with each group behind what it comes after, and behind what ours put right there.
fn with_groups(
    list: Option<Id>,
    frame: impl Iterator<Item = Id>,
    sides: &Sides,
    groups: &mut HashMap<(Option<Id>, Option<Id>), Vec<Id>>,
) -> Vec<Id> {
    let mut joined = Vec::new();
    let mut waiting = groups.remove(&(list, None)).unwrap_or_default();
    for id in frame {
        if sides.is_steady(id) {
            joined.append(&mut waiting);
            waiting = groups.remove(&(list, Some(id))).unwrap_or_default();
        }
        joined.push(id);
    }
    joined.append(&mut waiting);
    joined
}

struct Sides {
    base: Standing,
    ours: Standing,
    theirs: Standing,
    moved_by_ours: HashSet<Id>,
    moved_by_theirs: HashSet<Id>,
    /// Both moved or added it, to different places.
    clashing: HashSet<Id>,
}

impl Sides {
    fn of(base: &Lists, ours: &Lists, theirs: &Lists) -> Self {
        let standing = Standing::of(base);
        let (moved_by_ours, moved_by_theirs) = (moved(&standing, ours), moved(&standing, theirs));
        let mut sides = Self {
            base: standing,
            ours: Standing::of(ours),
            theirs: Standing::of(theirs),
            moved_by_ours,
            moved_by_theirs,
            clashing: HashSet::new(),
        };
        sides.clashing = sides.both_moved(ours, theirs);
        sides
    }

    /// What both added in different places. Which of them counts as moved is the same from either side.
    fn added_apart(&self, ours: &Lists, theirs: &Lists) -> HashSet<Id> {
        let added = |id: Id| !self.base.holds(id) && self.ours.holds(id) && self.theirs.holds(id);
        if !self.ours.ids().any(added) {
            return HashSet::new();
        }
        let counts =
            |id: Id| added(id) || !self.moved_by_ours.contains(&id) && !self.moved_by_theirs.contains(&id);
        let mut apart = if ours <= theirs {
            moved_among(&self.ours, theirs, counts)
        } else {
            moved_among(&self.theirs, ours, counts)
        };
        apart.retain(|id| added(*id));
        apart
    }

    /// Whether it goes where theirs has it.
    fn places_theirs(&self, id: Id) -> bool {
        !self.ours.holds(id) || self.moved_by_theirs.contains(&id) && !self.moved_by_ours.contains(&id)
    }

    /// Whether both sides have it in one place: others can be put behind it.
    fn is_steady(&self, id: Id) -> bool {
        let moved_alike = !self.moved_by_ours.contains(&id) || self.moved_by_theirs.contains(&id);
        self.theirs.holds(id) && moved_alike && !self.clashing.contains(&id)
    }

    fn moved_and_gone(&self) -> Vec<Id> {
        let ours = self.moved_by_ours.iter().filter(|id| !self.theirs.holds(**id));
        let theirs = self.moved_by_theirs.iter().filter(|id| !self.ours.holds(**id));
        ours.chain(theirs).copied().collect()
    }

    /// What both moved to different places, and what both added apart.
    fn both_moved(&self, ours: &Lists, theirs: &Lists) -> HashSet<Id> {
        let mut moved: HashSet<Id> =
            self.moved_by_ours.intersection(&self.moved_by_theirs).copied().collect();
        if !moved.is_empty() {
            let places = (shared_places(ours, &self.theirs), shared_places(theirs, &self.ours));
            moved.retain(|id| places.0.get(id) != places.1.get(id));
        }
        moved.extend(self.added_apart(ours, theirs));
        moved
    }

    fn clashes(&self, [base, ours, theirs]: [&Lists; 3], present: &dyn Fn(Id) -> bool) -> Vec<PlaceClash> {
        let mut clashing: Vec<Id> = self.clashing.iter().copied().filter(|id| present(*id)).collect();
        if clashing.is_empty() {
            return Vec::new();
        }
        clashing.sort_unstable();
        let (base, ours, theirs) = (places(base), places(ours), places(theirs));
        let clash = |id: Id| {
            let (ours, theirs) = (*ours.get(&id)?, *theirs.get(&id)?);
            Some(PlaceClash { id, base: base.get(&id).copied(), ours, theirs })
        };
        clashing.into_iter().filter_map(clash).collect()
    }
}

/// Where each stands among those that the other side has too.
fn shared_places(lists: &Lists, other: &Standing) -> IdMap<Place> {
    let shared = |(list, ids): &(Option<Id>, Vec<Id>)| {
        (*list, ids.iter().copied().filter(|id| other.holds(*id)).collect())
    };
    places(&lists.iter().map(shared).collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    fn list(text: &str) -> Lists {
        vec![(None, text.split_whitespace().map(|id| Id::new(id).unwrap()).collect())]
    }

    fn joined(base: &str, ours: &str, theirs: &str) -> (String, String) {
        let gone = |id: Id| {
            let holds = |text: &str| text.split_whitespace().any(|other| other == id.as_str());
            holds(base) && !(holds(ours) && holds(theirs))
        };
        let joined = join([&list(base), &list(ours), &list(theirs)], &|id| !gone(id), &[None]);
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
