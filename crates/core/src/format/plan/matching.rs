//! Finding partners: which journey of a workspace a file means, and the tools for its parts.

use std::collections::{HashMap, HashSet};

use super::draft::DraftJourney;
use crate::format::ids::{derive_id, key};
use crate::model::{EntityKind, Id, Workspace};

/// What a workspace holds, looked up by what a file may know of it.
pub struct Index {
    titles: HashMap<String, Vec<Id>>,
    /// The journey each touchpoint stands in.
    homes: HashMap<Id, Id>,
    phases: HashSet<Id>,
    claimed: HashSet<Id>,
}

impl Index {
    pub fn of(workspace: &Workspace) -> Self {
        let mut titles: HashMap<String, Vec<Id>> = HashMap::new();
        let mut homes = HashMap::new();
        let mut phases = HashSet::new();
        for (id, journey) in workspace.ordered_journeys() {
            titles.entry(key(&journey.title)).or_default().push(id);
            homes.extend(journey.touchpoints.keys().map(|touchpoint| (*touchpoint, id)));
            phases.extend(journey.phases.keys().copied());
        }
        Self { titles, homes, phases, claimed: HashSet::new() }
    }

    /// The journey a draft means: the one it names, else the one with its title, else the one that
    /// holds its touchpoints, else the one that was made from this title before. Of several with its
    /// title it is the one that holds its touchpoints, else the one with the title to the letter, else
    /// the first. Each journey is meant once.
    pub fn journey(&mut self, workspace: &Workspace, draft: &DraftJourney) -> Id {
        let free = |id: &Id| !self.claimed.contains(id);
        let named = draft.id.filter(|id| workspace.journeys.contains_key(id));
        let titled: Vec<Id> =
            self.titles.get(&key(&draft.title)).into_iter().flatten().copied().filter(free).collect();
        let homes = || {
            let touchpoints = draft.touchpoints();
            touchpoints.filter_map(|touchpoint| self.homes.get(&touchpoint.id?)).copied().filter(free)
        };
        let is_to_the_letter =
            |id: &&Id| workspace.journeys.get(*id).is_some_and(|journey| journey.title == draft.title);
        let known = (named.filter(free))
            .or_else(|| homes().find(|home| titled.contains(home)))
            .or_else(|| titled.iter().find(is_to_the_letter).copied())
            .or_else(|| titled.first().copied())
            .or_else(|| homes().next());
        let id = known.unwrap_or_else(|| {
            let made = |which: &str| derive_id(workspace, EntityKind::Journey, &[&draft.title, which]);
            numbered(made, free)
        });
        self.claimed.insert(id);
        id
    }

    /// Whether a touchpoint has this identifier, in any journey.
    pub fn has_touchpoint(&self, id: Id) -> bool {
        self.homes.contains_key(&id)
    }

    /// Whether a phase has this identifier, in any journey.
    pub fn has_phase(&self, id: Id) -> bool {
        self.phases.contains(&id)
    }

    /// Notes the parts a journey was given.
    pub fn add(&mut self, journey: Id, phases: &[Id], touchpoints: &[Id]) {
        self.phases.extend(phases);
        self.homes.extend(touchpoints.iter().map(|touchpoint| (*touchpoint, journey)));
    }
}

/// Counts how often a name has come: a phase name that comes back begins its next run.
#[derive(Default)]
pub struct Runs(HashMap<String, usize>);

impl Runs {
    /// How often the name has come by now, from 1.
    pub fn next(&mut self, name: &str) -> usize {
        let run = self.0.entry(key(name)).or_insert(0);
        *run += 1;
        *run
    }
}

/// Partners for a list of drafts, each partner once. Drafts are matched in rounds, so that a certain
/// match is never taken away by a likely one.
pub struct Matching {
    found: Vec<Option<Id>>,
    claimed: HashSet<Id>,
}

impl Matching {
    pub fn new(count: usize) -> Self {
        Self { found: vec![None; count], claimed: HashSet::new() }
    }

    /// Offers a partner to each draft that has none yet, the first draft first.
    pub fn round(&mut self, mut partner: impl FnMut(usize, &HashSet<Id>) -> Option<Id>) {
        for at in 0..self.found.len() {
            if self.found[at].is_none()
                && let Some(id) = partner(at, &self.claimed)
                && self.claimed.insert(id)
            {
                self.found[at] = Some(id);
            }
        }
    }

    /// All partners; a draft without one gets an identifier made from its own, or from `derived` with
    /// a number behind it where that is taken.
    pub fn finish(
        mut self,
        derived: &[Id],
        own: impl Fn(usize) -> Option<Id>,
        taken: impl Fn(Id) -> bool,
    ) -> Vec<Id> {
        for (at, derived) in derived.iter().enumerate() {
            if self.found[at].is_none() {
                let free = |id: &Id| !self.claimed.contains(id) && !taken(*id);
                let made = |which: &str| {
                    if which == "1" { *derived } else { Id::derived(&[derived.as_str(), which]) }
                };
                let id = own(at).filter(free).unwrap_or_else(|| numbered(made, free));
                self.claimed.insert(id);
                self.found[at] = Some(id);
            }
        }
        self.found.into_iter().flatten().collect()
    }
}

/// The first of the identifiers made from 1, 2, 3 … that is free.
fn numbered(make: impl Fn(&str) -> Id, free: impl Fn(&Id) -> bool) -> Id {
    let mut which = 1_usize;
    loop {
        let id = make(&which.to_string());
        if free(&id) {
            return id;
        }
        which += 1;
    }
}
