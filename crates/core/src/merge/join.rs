//! Joining two orders: what either side put somewhere else stands there afterwards.

use std::collections::{HashMap, HashSet};

use super::conflict::Side;
use crate::compare::Place;
use crate::compare::order::{Lists, Standing, moved, moved_among, places};
use crate::model::{Id, IdMap};

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

/// Joins the orders `ours` and `theirs`, which started from `base`, of everything that is `present`, into the lists
/// named. It begins with ours; what only theirs added or moved goes behind what it comes after there, and behind what
/// ours put at the same place. What both put somewhere else goes right behind what it comes after on the side `chosen`
/// for it, or else on ours.
pub fn join(
    [base, ours, theirs]: [&Lists; 3],
    present: &dyn Fn(Id) -> bool,
    named: &[Option<Id>],
    chosen: &HashMap<Id, Side>,
) -> Joined {
    let sides = Sides::of([base, ours, theirs], chosen);
    let mut groups: HashMap<(Option<Id>, Option<Id>), Vec<Id>> = HashMap::new();
    for (list, ids) in theirs {
        let mut after = None;
        for id in ids.iter().copied().filter(|id| present(*id)) {
            if sides.places_theirs(id) {
                groups.entry((*list, after)).or_default().push(id);
            } else if sides.is_steady(id) && sides.ours.get(id).is_some_and(|(in_list, _)| in_list == *list) {
                after = Some(id);
            }
        }
    }
    let frames: HashMap<Option<Id>, &[Id]> = ours.iter().map(|(list, ids)| (*list, ids.as_slice())).collect();
    let joined = named.iter().map(|list| {
        let frame = frames.get(list).copied().unwrap_or_default().iter().copied();
        let frame =
            frame.filter(|id| present(*id) && !sides.clashing.contains(id) && !sides.places_theirs(*id));
        (*list, with_groups(*list, frame, &sides, &mut groups))
    });
    let mut lists: Lists = joined.collect();
    for (side, version) in [(Side::Ours, ours), (Side::Theirs, theirs)] {
        let counts = |id: Id| {
            present(id)
                && sides.clashing.contains(&id)
                && chosen.get(&id).copied().unwrap_or(Side::Ours) == side
        };
        put_behind(&mut lists, version, counts);
    }
    let clashes = sides.clashes([base, ours, theirs], |id| present(id) && !chosen.contains_key(&id));
    Joined { lists, clashes }
}

/// Puts those that count where `version` has them: right behind the next before them there that stands in the same list.
fn put_behind(lists: &mut Lists, version: &Lists, counts: impl Fn(Id) -> bool) {
    for (list, ids) in version {
        let Some((_, joined)) = lists.iter_mut().find(|(name, _)| name == list) else { continue };
        for (at, id) in ids.iter().enumerate().filter(|(_, id)| counts(**id)) {
            let mut before = ids[..at].iter().rev();
            let behind = before.find_map(|before| joined.iter().position(|other| other == before));
            joined.insert(behind.map_or(0, |at| at + 1), *id);
        }
    }
}

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
    fn of([base, ours, theirs]: [&Lists; 3], chosen: &HashMap<Id, Side>) -> Self {
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
        let on_both = |id: &&Id| sides.ours.holds(**id) && sides.theirs.holds(**id);
        let chosen: Vec<Id> = chosen.keys().filter(on_both).copied().collect();
        sides.clashing.extend(chosen);
        sides
    }

    /// What both added in different places.
    fn added_apart(&self, theirs: &Lists) -> HashSet<Id> {
        let added = |id: Id| !self.base.holds(id) && self.ours.holds(id) && self.theirs.holds(id);
        if !self.ours.ids().any(added) {
            return HashSet::new();
        }
        let counts =
            |id: Id| added(id) || !self.moved_by_ours.contains(&id) && !self.moved_by_theirs.contains(&id);
        let mut apart = moved_among(&self.ours, theirs, counts);
        apart.retain(|id| added(*id));
        apart
    }

    /// Whether it goes where theirs has it.
    fn places_theirs(&self, id: Id) -> bool {
        !self.ours.holds(id)
            || !self.clashing.contains(&id)
                && self.moved_by_theirs.contains(&id)
                && !self.moved_by_ours.contains(&id)
    }

    /// Whether both sides have it in one place: others can be put behind it.
    fn is_steady(&self, id: Id) -> bool {
        let moved_alike = !self.moved_by_ours.contains(&id) || self.moved_by_theirs.contains(&id);
        self.theirs.holds(id) && moved_alike && !self.clashing.contains(&id)
    }

    /// What both moved to different places, and what both added apart.
    fn both_moved(&self, ours: &Lists, theirs: &Lists) -> HashSet<Id> {
        let mut moved: HashSet<Id> =
            self.moved_by_ours.intersection(&self.moved_by_theirs).copied().collect();
        if !moved.is_empty() {
            let places = (shared_places(ours, &self.theirs), shared_places(theirs, &self.ours));
            moved.retain(|id| places.0.get(id) != places.1.get(id));
        }
        moved.extend(self.added_apart(theirs));
        moved
    }

    fn clashes(&self, [base, ours, theirs]: [&Lists; 3], counts: impl Fn(Id) -> bool) -> Vec<PlaceClash> {
        let mut clashing: Vec<Id> = self.clashing.iter().copied().filter(|id| counts(*id)).collect();
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
        let lists = [&list(base), &list(ours), &list(theirs)];
        let joined = join(lists, &|id| !gone(id), &[None], &HashMap::new());
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
