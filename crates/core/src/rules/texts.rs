//! What people wrote as the value of a promise or a standard, compared.

use std::collections::BTreeMap;

use crate::format::duration::{read, unit_in_header};
use crate::model::{Id, Workspace};

/// A value as it is compared: a time in minutes, else words without regard to case and spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparable {
    /// From shortest to longest, in minutes.
    Minutes(u64, u64),
    /// Words.
    Words(String),
}

/// Words without regard to case and spaces.
pub fn folded(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// A value of a subject: one that is a time counts as minutes, whatever its unit; a number alone is in the
/// unit of the subject.
pub fn comparable(workspace: &Workspace, subject: Id, text: &str) -> Comparable {
    let unit = workspace.subjects.get(&subject).and_then(|subject| subject.unit.as_deref());
    let unit = unit.and_then(|unit| unit_in_header(&format!("({unit})")));
    match read(text, unit, false).filter(|reading| !reading.assumed_minutes) {
        Some(reading) => Comparable::Minutes(reading.minutes.low(), reading.minutes.high()),
        None => Comparable::Words(folded(text)),
    }
}

/// Looks for two of different owners with different values, in one pass.
///
/// Of all that came before, three tell everything: the first, one that differs from it in owner alone, and
/// one that differs in value alone. Where the last two are both there, they are two of different owners
/// with different values themselves.
#[derive(Clone, Debug)]
pub struct Differ<O, V, T> {
    first: Option<(O, V, T)>,
    other_owner: Option<T>,
    other_value: Option<T>,
}

impl<O, V, T> Default for Differ<O, V, T> {
    fn default() -> Self {
        Self { first: None, other_owner: None, other_value: None }
    }
}

impl<O: PartialEq, V: PartialEq, T: Clone> Differ<O, V, T> {
    /// Adds one; answers with two that differ in owner and value, the earlier one first, where there are.
    pub fn add(&mut self, owner: O, value: V, what: T) -> Option<(T, T)> {
        let Some((first_owner, first_value, first)) = &self.first else {
            self.first = Some((owner, value, what));
            return None;
        };
        match (*first_owner == owner, *first_value == value) {
            (false, false) => return Some((first.clone(), what)),
            (true, true) => return None,
            (false, true) => self.other_owner = self.other_owner.clone().or(Some(what)),
            (true, false) => self.other_value = self.other_value.clone().or(Some(what)),
        }
        self.other_owner.clone().zip(self.other_value.clone())
    }
}

/// One of those that are compared: its channel where it has one, its owner, its value, and itself.
pub type Entry<O, V, T> = (Option<Id>, O, V, T);

/// Two of different owners with different values, on one channel or with a channel unset.
pub fn differing<O, V, T>(entries: Vec<Entry<O, V, T>>) -> Option<(T, T)>
where
    O: PartialEq + Clone,
    V: PartialEq + Clone,
    T: Clone,
{
    let mut unset = Differ::default();
    let mut on_channel: BTreeMap<Id, Vec<(O, V, T)>> = BTreeMap::new();
    for (channel, owner, value, what) in entries {
        match channel {
            Some(channel) => on_channel.entry(channel).or_default().push((owner, value, what)),
            None => {
                if let Some(pair) = unset.add(owner, value, what) {
                    return Some(pair);
                }
            }
        }
    }
    on_channel.into_values().find_map(|entries| {
        let mut differ = unset.clone();
        entries.into_iter().find_map(|(owner, value, what)| differ.add(owner, value, what))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_different_owners_with_different_values_are_found() {
        let find = |entries: &[(u8, u8)]| {
            let mut differ = Differ::default();
            entries.iter().enumerate().find_map(|(at, (owner, value))| differ.add(*owner, *value, at))
        };
        assert_eq!(find(&[(1, 1), (2, 2)]), Some((0, 1)));
        assert_eq!(find(&[(1, 1), (1, 2), (2, 1)]), Some((2, 1)));
        assert_eq!(find(&[(1, 1), (2, 1), (3, 1)]), None);
        assert_eq!(find(&[(1, 1), (1, 2), (1, 3)]), None);
        assert_eq!(find(&[(1, 1), (2, 1), (2, 1), (1, 3)]), Some((1, 3)));
    }
}
