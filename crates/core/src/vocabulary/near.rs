//! Names of a register that may mean the same: written differently, in the plural, in another order, or mistyped.
//!
//! Names that differ in a number or in a code of one or two letters are never proposed: `Team 1` and `Team 2`, `Plan
//! A` and `Plan B`, `Region EU` and `Region US` are meant to differ.

mod name;
mod typo;

use std::collections::{BTreeMap, HashMap};

use crate::edit::form::options;
use crate::model::{EntityKind, Id, Workspace};

use name::Name;
use typo::{beginnings_oppose, deletions, is_typo};

/// Why two names may mean the same, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// Case, accents, spaces or punctuation differ: `Customer-Service`.
    Writing,
    /// One has `and` where the other has `&`, or nothing.
    And,
    /// One is in the plural.
    Plural,
    /// The words stand in another order.
    Order,
    /// A letter or two of one word differ.
    Typo,
}

/// A name with more words is a sentence: only its first words are looked at for typos.
const MOST_WORDS: usize = 12;

/// Names in a bucket of likely typos beyond this many are compared with the first ones alone.
const MOST_IN_BUCKET: usize = 12;

/// A form in which two names may be the same.
type Spelling = fn(&Name) -> String;

/// Entries of a kind whose names may mean the same, each two once: the one listed first, the other, and why. Of many
/// that are alike each is paired with the first. Looks only at names that share a spelling or most of one, so that
/// the time grows with the register, not with its square.
pub fn near(workspace: &Workspace, kind: EntityKind) -> Vec<(Id, Id, Reason)> {
    let (ids, names): (Vec<Id>, Vec<Name>) =
        options(workspace, None, kind).iter().filter_map(|(id, name)| Some((*id, Name::of(name)?))).unzip();
    let mut pairs: BTreeMap<(usize, usize), Reason> = BTreeMap::new();
    let by_spelling: [(Reason, Spelling); 4] = [
        (Reason::Writing, Name::letters),
        (Reason::And, Name::without_and),
        (Reason::Plural, Name::in_the_singular),
        (Reason::Order, Name::in_order),
    ];
    for (reason, spelling) in by_spelling {
        let mut first: HashMap<String, usize> = HashMap::new();
        for (at, name) in names.iter().enumerate() {
            let one = *first.entry(spelling(name)).or_insert(at);
            if one != at && names[one].may_be(name) {
                pairs.entry((one, at)).or_insert(reason);
            }
        }
    }
    add_typos(&names, &mut pairs);
    pairs.into_iter().map(|((one, other), reason)| (ids[one], ids[other], reason)).collect()
}

/// Two mistyped names share all words but one; of those, two that are alike share what is left after a letter or two
/// are left out.
fn add_typos(names: &[Name], pairs: &mut BTreeMap<(usize, usize), Reason>) {
    let mut sharing: HashMap<(usize, String), Vec<usize>> = HashMap::new();
    for (at, name) in names.iter().enumerate() {
        for position in 0..name.singular.len().min(MOST_WORDS) {
            sharing.entry((position, name.rest(position))).or_default().push(at);
        }
    }
    for ((position, _), alike) in sharing.iter().filter(|(_, alike)| alike.len() > 1) {
        let mut buckets: HashMap<String, Vec<usize>> = HashMap::new();
        for at in alike {
            for left in deletions(&names[*at].singular[*position]) {
                let bucket = buckets.entry(left).or_default();
                for one in bucket.iter().take(MOST_IN_BUCKET) {
                    add_typo(names, (*one, *at), *position, pairs);
                }
                bucket.push(*at);
            }
        }
    }
}

fn add_typo(
    names: &[Name],
    pair: (usize, usize),
    position: usize,
    pairs: &mut BTreeMap<(usize, usize), Reason>,
) {
    let (one, other) = (&names[pair.0], &names[pair.1]);
    let (word, mistyped) = (&one.singular[position], &other.singular[position]);
    let alike = || is_typo(word, mistyped) && !beginnings_oppose(word, mistyped);
    if !pairs.contains_key(&pair) && one.may_be(other) && alike() {
        pairs.insert(pair, Reason::Typo);
    }
}
