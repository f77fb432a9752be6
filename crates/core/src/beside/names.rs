//! Which touchpoint of a later journey is which of an earlier one.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use crate::model::{EntityKind, Id, IdMap, Journey, Ref, StepKey, Touchpoint};
use crate::rules::{Flag, fingerprint_number};

/// The identifiers of a later journey in those of an earlier one. What came later keeps its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Names {
    earlier: Option<Id>,
    later: Option<Id>,
    touchpoints: IdMap<Id>,
    /// The same pairs, by the identifier in the earlier journey.
    later_touchpoints: IdMap<Id>,
    phases: IdMap<Id>,
}

impl Names {
    /// Pairs the touchpoints and phases of two journeys. In two versions of one journey they are those with the same
    /// identifier. Otherwise a touchpoint is paired with the one it is based on, that is based on it, or that is based
    /// on the same one; what is left with the one of the same name. Phases are paired with the one they were
    /// started from, then by name, then with the one that most of their touchpoints come from.
    pub fn of((earlier, before): (Id, &Journey), (later, after): (Id, &Journey)) -> Self {
        if earlier == later {
            return Self { earlier: Some(earlier), later: Some(later), ..Self::default() };
        }
        let touchpoints = touchpoints(before, after);
        let started = |id: Id, of: Id| of.in_future(later) == id || id.in_future(earlier) == of;
        let phases = phases(before, after, &touchpoints, started);
        let later_touchpoints = touchpoints.iter().map(|(later, earlier)| (*earlier, *later)).collect();
        Self { earlier: Some(earlier), later: Some(later), touchpoints, later_touchpoints, phases }
    }

    /// What a touchpoint of the later journey is called in the earlier one.
    pub fn touchpoint(&self, later: Id) -> Id {
        self.touchpoints.get(&later).copied().unwrap_or(later)
    }

    /// What a phase of the later journey is called in the earlier one.
    pub fn phase(&self, later: Id) -> Id {
        self.phases.get(&later).copied().unwrap_or(later)
    }

    /// A step of the later journey.
    pub fn step(&self, later: StepKey) -> StepKey {
        StepKey::new(self.touchpoint(later.from), self.touchpoint(later.to))
    }

    /// What a touchpoint is called in the later journey.
    pub fn later_touchpoint(&self, earlier: Id) -> Id {
        self.later_touchpoints.get(&earlier).copied().unwrap_or(earlier)
    }

    /// The fingerprint that a flag of the later journey would have in the earlier one.
    pub(super) fn fingerprint(&self, flag: &Flag) -> u64 {
        let journey = if flag.journey == self.later { self.earlier } else { flag.journey };
        let earlier = |kind, id| match kind {
            EntityKind::Touchpoint => Some(self.touchpoint(id)),
            EntityKind::Phase => Some(self.phase(id)),
            _ => Some(id),
        };
        let place = flag.place.renamed(earlier).unwrap_or(flag.place);
        // Subjects are entries of registers, or promises, which a copy keeps as they are.
        fingerprint_number(flag.rule, journey, place, flag.subject)
    }
}

/// Pairs found so far: each earlier one is the pair of one later one at most.
#[derive(Default)]
struct Pairs {
    earlier_of: IdMap<Id>,
    taken: HashSet<Id>,
}

impl Pairs {
    fn add(&mut self, later: Id, earlier: Option<Id>) {
        if let Some(earlier) = earlier
            && !self.earlier_of.contains_key(&later)
            && self.taken.insert(earlier)
        {
            self.earlier_of.insert(later, earlier);
        }
    }

    /// Pairs what is left by name, in order: names may come back.
    fn add_by_name<'n>(
        &mut self,
        before: impl Iterator<Item = (Id, &'n str)>,
        after: impl Iterator<Item = (Id, &'n str)>,
    ) {
        let folded = |name: &str| name.trim().to_lowercase();
        let mut named: HashMap<String, VecDeque<Id>> = HashMap::new();
        for (id, name) in before.filter(|(id, _)| !self.taken.contains(id)) {
            named.entry(folded(name)).or_default().push_back(id);
        }
        let unnamed = String::new();
        named.remove(&unnamed);
        let left: Vec<_> = after.filter(|(id, _)| !self.earlier_of.contains_key(id)).collect();
        for (id, name) in left {
            let found = named.get_mut(&folded(name)).and_then(VecDeque::pop_front);
            self.add(id, found);
        }
    }
}

fn touchpoints(before: &Journey, after: &Journey) -> IdMap<Id> {
    let mut based_on: IdMap<Id> = IdMap::default();
    for (id, touchpoint) in before.ordered_touchpoints() {
        if let Some(origin) = touchpoint.based_on {
            based_on.entry(origin.id()).or_insert(id);
        }
    }
    let mut pairs = Pairs::default();
    let origin = |found: &Touchpoint| found.based_on.map(Ref::id);
    for (id, touchpoint) in after.ordered_touchpoints() {
        let itself = origin(touchpoint).filter(|origin| before.touchpoints.contains_key(origin));
        pairs.add(id, itself.or_else(|| based_on.get(&id).copied()));
    }
    for (id, touchpoint) in after.ordered_touchpoints() {
        pairs.add(id, origin(touchpoint).and_then(|origin| based_on.get(&origin).copied()));
    }
    pairs.add_by_name(
        before.ordered_touchpoints().map(|(id, found)| (id, found.name.as_str())),
        after.ordered_touchpoints().map(|(id, found)| (id, found.name.as_str())),
    );
    pairs.earlier_of
}

fn phases(
    before: &Journey,
    after: &Journey,
    touchpoints: &IdMap<Id>,
    started: impl Fn(Id, Id) -> bool,
) -> IdMap<Id> {
    let mut pairs = Pairs::default();
    for later in &after.phase_order {
        pairs.add(*later, before.phase_order.iter().copied().find(|earlier| started(*later, *earlier)));
    }
    pairs.add_by_name(
        before.ordered_phases().map(|(id, found)| (id, found.name.as_str())),
        after.ordered_phases().map(|(id, found)| (id, found.name.as_str())),
    );
    let mut phase_of: IdMap<Id> = IdMap::default();
    for (id, phase) in before.ordered_phases() {
        phase_of.extend(phase.touchpoints.iter().map(|touchpoint| (*touchpoint, id)));
    }
    for (id, phase) in after.ordered_phases() {
        let mut votes: BTreeMap<Id, usize> = BTreeMap::new();
        for earlier in phase.touchpoints.iter().filter_map(|id| touchpoints.get(id)) {
            if let Some(from) = phase_of.get(earlier).filter(|from| !pairs.taken.contains(*from)) {
                *votes.entry(*from).or_default() += 1;
            }
        }
        let most = votes.into_iter().max_by_key(|(_, votes)| *votes);
        pairs.add(id, most.map(|(from, _)| from));
    }
    pairs.earlier_of
}
