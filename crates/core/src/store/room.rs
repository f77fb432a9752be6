//! Writing all or nothing, and making room for it.

use std::collections::{BTreeMap, BTreeSet};

use super::chunk;
use super::free::named;
use super::key::{Name, Part};
use super::key_value::{KeyValue, StoreError, units};
use super::manifest::Manifest;
use super::shelf::Shelf;
use super::versions::{Ledger, VersionKind, let_go};
use crate::model::Id;
use crate::sort::{Gather, Sort};

/// Writes the texts in their order, or none of them. Only the last may replace something that must stay
/// if a write is refused; `before` is what was there.
pub fn write_all(
    shelf: &Shelf<'_>,
    writes: &[(Part, &str)],
    before: &BTreeSet<Part>,
) -> Result<(), StoreError> {
    let mut added = Vec::new();
    for (part, text) in writes {
        if let Err(error) = shelf.set(*part, text) {
            for part in added {
                // A chunk that stays is named by no manifest: a later save frees it.
                let _ = shelf.remove(part);
            }
            return Err(error);
        }
        if !before.contains(part) {
            added.push(*part);
        }
    }
    Ok(())
}

/// What may be given up to make room.
#[derive(Clone, Copy)]
pub enum Yields<'a> {
    /// Kept versions without a name.
    Unnamed,
    /// Those first; then every generation but this one, by the name of its manifest; then versions with a name, of
    /// the same workspace.
    AllBut(Name, &'a Manifest),
}

/// What can be given up, one after the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    /// A version of a workspace.
    Version(Id, Id),
    /// A manifest of a generation of this one.
    Generation(Part),
}

/// Gives up no more than what makes enough room for `writes`, if anything does: then it tells how many versions with
/// a name were given up. The chunks `reused` stay.
///
/// Nothing is given up unless every manifest says what it needs, and the generation that stays is whole.
pub fn make_room(
    store: &dyn KeyValue,
    shelf: &Shelf<'_>,
    yields: Yields<'_>,
    reused: &BTreeSet<Name>,
    writes: &[(Part, &str)],
) -> Result<Option<usize>, StoreError> {
    if !named(shelf)?.complete {
        return Ok(None);
    }
    if let Yields::AllBut(_, base) = yields
        && !is_whole(shelf, base)?
    {
        return Ok(None);
    }
    let plan = Plan::new(store, shelf, yields, reused)?;
    let needed: usize = writes.iter().map(|(part, text)| size(shelf, *part, text)).sum();
    let enough = |count: usize| {
        let given = plan.given_up(count);
        Ok(given.units > 0 && has_room(shelf, needed.saturating_sub(given.units))?)
    };
    if !enough(plan.steps.len())? {
        return Ok(None);
    }
    // The fewest that do: each one more makes more room.
    let (mut low, mut high) = (0, plan.steps.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if enough(middle)? { high = middle } else { low = middle + 1 }
    }
    let given = plan.given_up(low);
    // The manifests first: a chunk must not be missing while one names it.
    for part in given.parts {
        shelf.remove(part)?;
    }
    let_go(store, &given.elsewhere)?;
    Ok(Some(given.named))
}

/// Everything that can be given up, in that order.
struct Plan<'a> {
    steps: Vec<Step>,
    id: Id,
    ledger: Ledger,
    sizes: BTreeMap<Part, usize>,
    /// What each generation needs that can be given up.
    generations: BTreeMap<Part, BTreeSet<Name>>,
    /// What is needed in any case.
    needed: BTreeSet<Name>,
    /// Chunks that are needed for what is being written.
    reused: &'a BTreeSet<Name>,
}

/// What the first steps of a plan give up.
struct GivenUp {
    /// Of this workspace, the manifests first.
    parts: Vec<Part>,
    /// Versions of others.
    elsewhere: Vec<(Id, Id)>,
    /// What becomes free.
    units: usize,
    /// How many versions with a name.
    named: usize,
}

impl<'a> Plan<'a> {
    fn new(
        store: &dyn KeyValue,
        shelf: &Shelf<'_>,
        yields: Yields<'_>,
        reused: &'a BTreeSet<Name>,
    ) -> Result<Self, StoreError> {
        let (id, ledger) = (shelf.id(), Ledger::read(store)?);
        let mut steps: Vec<Step> = ledger
            .unnamed()
            .into_iter()
            .map(|(workspace, version)| Step::Version(workspace, version))
            .collect();
        let mut needed: BTreeSet<Name> =
            shelf.set_aside()?.iter().flatten().flat_map(Manifest::names).gather();
        let mut generations = BTreeMap::new();
        for stored in shelf.manifests()? {
            let names = stored.manifest.as_ref().map(Manifest::names).unwrap_or_default();
            match yields {
                Yields::AllBut(stamp, _) if stamp != stored.stamp => {
                    steps.push(Step::Generation(stored.part));
                    generations.insert(stored.part, names);
                }
                _ => needed.extend(names),
            }
        }
        if matches!(yields, Yields::AllBut(..)) {
            let mut named: Vec<(u64, Id)> = ledger
                .of(id)
                .filter(|(_, record)| record.kind == VersionKind::Named)
                .map(|(version, record)| (record.kept_at, version))
                .collect();
            named.arrange();
            steps.extend(named.into_iter().map(|(_, version)| Step::Version(id, version)));
        }
        let mut sizes = BTreeMap::new();
        for part in shelf.parts()? {
            let text = shelf.get(part)?.unwrap_or_default();
            sizes.insert(part, size(shelf, part, &text));
        }
        Ok(Self { steps, id, ledger, sizes, generations, needed, reused })
    }

    /// What the first `count` steps give up, and every chunk that nothing else needs.
    fn given_up(&self, count: usize) -> GivenUp {
        let gone: BTreeSet<Step> = self.steps[..count].iter().copied().gather();
        let (mut left, mut parts, mut elsewhere, mut named) =
            (self.ledger.clone(), Vec::new(), Vec::new(), 0);
        for step in &gone {
            match *step {
                Step::Version(workspace, version) if workspace == self.id => {
                    let is_named = |(id, record): (Id, &super::versions::Record)| {
                        id == version && record.kind == VersionKind::Named
                    };
                    named += usize::from(self.ledger.of(workspace).any(is_named));
                    parts.push(Part::Version(version));
                    left.remove(workspace, version);
                }
                Step::Version(workspace, version) => {
                    elsewhere.push((workspace, version));
                    left.remove(workspace, version);
                }
                Step::Generation(part) => parts.push(part),
            }
        }
        let mut needed: BTreeSet<Name> = self.needed.union(self.reused).copied().gather();
        let stay = self.generations.iter().filter(|(part, _)| !gone.contains(&Step::Generation(**part)));
        needed.extend(stay.flat_map(|(_, names)| names));
        needed.extend(left.of(self.id).flat_map(|(_, record)| record.content.names()));
        let unneeded = |part: &&Part| matches!(part, Part::Chunk(name) if !needed.contains(name));
        parts.extend(self.sizes.keys().filter(unneeded));
        let own: usize = parts.iter().filter_map(|part| self.sizes.get(part)).sum();
        let others = self.ledger.units_but(self.id).saturating_sub(left.units_but(self.id));
        GivenUp { parts, elsewhere, units: own.saturating_add(others), named }
    }
}

/// Whether that many UTF-16 units fit in: no store tells, so it is tried. Should the trial stay behind, it is
/// a chunk that no manifest names.
fn has_room(shelf: &Shelf<'_>, wanted: usize) -> Result<bool, StoreError> {
    if wanted == 0 {
        return Ok(true);
    }
    let key = size(shelf, Part::Chunk(Name::of("")), "");
    let trial = "\u{4e00}".repeat(wanted.saturating_sub(key));
    let part = Part::Chunk(Name::of(&trial));
    match shelf.set(part, &trial) {
        Ok(()) => shelf.remove(part).map(|()| true),
        Err(StoreError::Full) => Ok(false),
        Err(error) => Err(error),
    }
}

fn is_whole(shelf: &Shelf<'_>, manifest: &Manifest) -> Result<bool, StoreError> {
    for chunk in manifest.chunks() {
        if chunk::read(shelf, chunk)?.is_err() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn size(shelf: &Shelf<'_>, part: Part, text: &str) -> usize {
    units(&shelf.key(part)) + units(text)
}
