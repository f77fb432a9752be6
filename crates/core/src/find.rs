//! Finding what a workspace holds by name.

use crate::edit::Entry;
use crate::edit::form::options;
use crate::format::ids::key;
use crate::model::{EntityKind, Id, Workspace};

/// What can be gone to by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: EntityKind,
    /// The journey it lies in; `None` for journeys and entries of registers.
    pub journey: Option<Id>,
    /// Its identifier.
    pub id: Id,
    /// Its name as it is written.
    pub name: String,
}

/// Everything of a workspace that has a name, in the order in which it is found: journeys, the touchpoints and phases of the
/// journey shown, those of the others, and the registers in the order of the file.
pub fn named(workspace: &Workspace, shown: Option<Id>) -> Vec<Found> {
    let journeys: Vec<_> = workspace.ordered_journeys().collect();
    let titles = journeys.iter().map(|(id, journey)| Found {
        kind: EntityKind::Journey,
        journey: None,
        id: *id,
        name: journey.title.clone(),
    });
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        journeys.iter().copied().partition(|(id, _)| Some(*id) == shown);
    let inside = here.into_iter().chain(elsewhere).flat_map(|(journey, of)| {
        let found =
            move |kind, id, name: &String| Found { kind, journey: Some(journey), id, name: name.clone() };
        let touchpoints = of.ordered_touchpoints();
        let touchpoints = touchpoints.map(move |(id, it)| found(EntityKind::Touchpoint, id, &it.name));
        let phases = of.ordered_phases().map(move |(id, it)| found(EntityKind::Phase, id, &it.name));
        touchpoints.chain(phases)
    });
    let entries = Entry::KINDS.iter().flat_map(|kind| {
        let entries = options(workspace, None, *kind).into_iter();
        entries.map(|(id, name)| Found { kind: *kind, journey: None, id, name })
    });
    titles.chain(inside).chain(entries).filter(|found| !found.name.trim().is_empty()).collect()
}

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    whole: String,
}

impl Query {
    /// The words of `text`, without case.
    pub fn new(text: &str) -> Self {
        Self { whole: key(text) }
    }

    /// Whether nothing is looked for: then everything fits.
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// How well a name, written as [`key`] does, fits: 0 where it is what is looked for, 1 where it begins with it, 2
    /// where each word begins one of the name's, 3 where each is somewhere in it, `None` where one is not.
    pub fn rank(&self, name: &str) -> Option<u8> {
        if let Some(rest) = name.strip_prefix(&self.whole) {
            return Some(u8::from(!rest.is_empty()));
        }
        let words = || self.whole.split(' ');
        if !words().all(|word| name.contains(word)) {
            return None;
        }
        let begins = |word: &str| {
            name.match_indices(word)
                .any(|(at, _)| !name[..at].chars().next_back().is_some_and(char::is_alphanumeric))
        };
        Some(if words().all(begins) { 2 } else { 3 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{id, journey_id, workspace};

    #[test]
    fn a_name_fits_the_better_the_nearer_its_beginning_is_to_what_is_typed() {
        let rank = |query: &str, name: &str| Query::new(query).rank(&key(name));
        assert_eq!(rank("Call Back", "call  back"), Some(0));
        assert_eq!(rank("call", "Call back"), Some(1));
        assert_eq!(rank("back call", "Call (back)"), Some(2));
        assert_eq!(rank("all", "Call back"), Some(3));
        assert_eq!(rank("call forward", "Call back"), None);
        assert_eq!(rank("ŁÓDŹ", "Biuro w Łódź"), Some(2));
        assert_eq!(rank("", "Call back"), Some(1));
        assert_eq!(rank("حجز", "تأكيد الحجز"), Some(3));
    }

    #[test]
    fn everything_with_a_name_is_found_the_journey_shown_first() {
        let mut workspace = workspace("a x front\n b y front\n department x");
        let mut other = workspace.journeys[&journey_id()].as_ref().clone();
        other.title = "Another".to_owned();
        workspace.journeys.insert(id("k"), other.into());
        workspace.journey_order.insert(0, id("k"));
        let of = |shown: Option<Id>, kind: EntityKind| {
            let found = named(&workspace, shown).into_iter().filter(move |found| found.kind == kind);
            found.map(|found| (found.journey, found.id)).collect::<Vec<_>>()
        };
        let here = Some(journey_id());
        assert_eq!(of(here, EntityKind::Touchpoint)[..2], [(here, id("a")), (here, id("b"))]);
        assert_eq!(of(Some(id("k")), EntityKind::Touchpoint)[0], (Some(id("k")), id("a")));
        assert_eq!(of(here, EntityKind::Touchpoint).len(), 4);
        assert!(of(here, EntityKind::Department).contains(&(None, id("x"))));
        assert!(of(here, EntityKind::Journey).contains(&(None, id("k"))));
    }

    #[test]
    fn what_has_no_name_is_not_listed() {
        let mut workspace = workspace("a x front\n b y front\n department x");
        let mut journey = workspace.journeys[&journey_id()].as_ref().clone();
        let mut touchpoint = journey.touchpoints[&id("a")].as_ref().clone();
        touchpoint.name = " ".to_owned();
        journey.touchpoints.insert(id("a"), touchpoint.into());
        workspace.journeys.insert(journey_id(), journey.into());
        assert!(named(&workspace, None).iter().all(|found| found.id != id("a")));
    }
}
