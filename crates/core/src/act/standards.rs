//! Standards as touchpoints live them.

use crate::model::{Id, Journey, LivedStandard, Map, Ref, Stage, Standard, Touchpoint, Workspace};
use crate::rules::{comparable, folded};

/// A touchpoint that lives a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LivedAt {
    /// Its journey.
    pub journey: Id,
    /// The touchpoint.
    pub touchpoint: Id,
    /// The value it lives; `None` where it lives one that nobody wrote down.
    pub value: Option<String>,
    /// Whether that is the agreed value; `None` where one of the two is not known.
    pub same: Option<bool>,
}

/// How touchpoints live a standard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lives {
    /// Where it holds and something is lived, in the order of the journeys.
    pub at: Vec<LivedAt>,
    /// Where it holds and nobody said what is lived.
    pub silent: usize,
}

/// How the touchpoints at which a standard holds live it. Nothing where it is about nothing.
pub fn lives(workspace: &Workspace, standard: &Standard) -> Lives {
    let mut lives = Lives::default();
    let Some(subject) = standard.subject.map(Ref::id) else { return lives };
    let agreed = standard.value.as_deref().map(|text| comparable(workspace, subject, text));
    for (journey_id, journey) in workspace.ordered_journeys() {
        for (id, touchpoint) in standing(journey, standard) {
            let Some(lived) = lived(touchpoint, subject) else {
                lives.silent += usize::from(touchpoint.standards.is_none());
                continue;
            };
            let compared = lived.value.as_deref().map(|text| comparable(workspace, subject, text));
            let same = agreed.as_ref().zip(compared).map(|(agreed, lived)| *agreed == lived);
            lives.at.push(LivedAt { journey: journey_id, touchpoint: id, value: lived.value.clone(), same });
        }
    }
    lives
}

/// The touchpoints at which a standard holds: those of the organisation on its channel and in its phase.
fn standing<'a>(journey: &'a Journey, standard: &'a Standard) -> impl Iterator<Item = (Id, &'a Touchpoint)> {
    let phase = standard.phase.as_deref().map(folded);
    let phases = journey
        .ordered_phases()
        .filter(move |(_, it)| phase.as_ref().is_none_or(|phase| *phase == folded(&it.name)));
    let touchpoints = phases.flat_map(|(_, phase)| &phase.touchpoints);
    let there = touchpoints.filter_map(|id| Some((*id, journey.touchpoints.get(id)?.as_ref())));
    there.filter(|(_, it)| {
        let customer_alone = it.stage == Some(Stage::Customer) && it.owner.is_none();
        let on_channel =
            standard.channel.is_none_or(|channel| it.channel.is_some_and(|other| other.id() == channel.id()));
        on_channel && !customer_alone
    })
}

/// What a touchpoint lives for a subject, where it says that it lives something.
fn lived(touchpoint: &Touchpoint, subject: Id) -> Option<&LivedStandard> {
    let standards = touchpoint.standards.iter().flat_map(Map::values);
    let mut about = standards.filter(|it| it.subject.is_some_and(|about| about.id() == subject));
    about.next().map(AsRef::as_ref)
}
