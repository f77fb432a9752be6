//! What is compared: found by the address, worked out once nobody has changed the version for a moment.

use std::sync::Arc;

use crosslane_core::beside::{Aligned, Both, Effect, align};
use crosslane_core::layout::LaneLayout;
use crosslane_core::model::{Id, JourneyState, Ref, StepKey, Workspace};
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::rules::{JourneyEvaluation, evaluate_journey};
use crosslane_words::ui::{compare as words, shell};

use crate::app::{Shared, State, today};
use crate::reactive::prelude::*;
use crate::storage::versions;
use crate::ui::settled;

/// What a journey is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Another journey of the workspace.
    Journey(Id),
    /// Itself, in a kept version of the workspace.
    Version(Id),
}

/// What the address leads to.
#[derive(Clone, Default, PartialEq)]
pub enum Found {
    /// There is nothing to compare with.
    #[default]
    Nothing,
    /// What it names is not there.
    Missing(Against),
    /// Both are there.
    Both(Against, Shared<Sides>),
}

impl Found {
    /// What is compared with.
    pub fn with(&self) -> Option<Against> {
        match self {
            Self::Nothing => None,
            Self::Missing(with) | Self::Both(with, _) => Some(*with),
        }
    }
}

/// Two journeys side by side, with all that is shown of them.
pub struct Sides {
    /// Where both are shown.
    pub workspace: Id,
    /// The earlier journey: what it is called, and where.
    pub before: Side,
    /// The later one.
    pub after: Side,
    /// Both, as two versions of one.
    pub aligned: Aligned,
    /// Both on one map.
    pub both: Both,
    /// Where everything stands on it.
    pub layout: LaneLayout,
    /// What the change did.
    pub effect: Effect,
}

/// One of the two journeys.
pub struct Side {
    /// The workspace it is in.
    pub workspace: Workspace,
    /// The journey.
    pub journey: Id,
    /// What it is called on the screen.
    pub name: String,
    /// Whether it can be opened: what is kept cannot.
    pub open: bool,
}

/// A version, with what the rules say of the journey in it.
type Kept = Option<Shared<(Workspace, Option<Arc<JourneyEvaluation>>)>>;

/// What is compared. Reactive.
pub fn found(state: State) -> Memo<Found> {
    let present = settled(state);
    let with = Memo::new(move |_| present.with(|present| chosen(state, present.as_ref()?)));
    let journey = Memo::new(move |_| state.journey_id());
    let kept: Memo<Kept> = Memo::new(move |_| {
        let (Some(Against::Version(version)), Route::Workspace { workspace, .. }) =
            (with.get(), state.route.get())
        else {
            return None;
        };
        let kept = versions::load(workspace, version)?;
        let evaluation = journey.get().and_then(|journey| evaluated(&kept, journey));
        Some(Shared(Arc::new((kept, evaluation))))
    });
    Memo::new(move |_| {
        let Some(with) = with.get() else { return Found::Nothing };
        let sides =
            present.with(|present| sides(state, present.as_ref()?, journey.get()?, with, &kept.get()));
        sides.map_or(Found::Missing(with), |sides| Found::Both(with, Shared(Arc::new(sides))))
    })
}

/// What the address names, or what suggests itself: the journey this one is the future of, or its future, or the
/// version kept last.
fn chosen(state: State, workspace: &Workspace) -> Option<Against> {
    match state.selection() {
        Selection::Journey(id) => return Some(Against::Journey(id)),
        Selection::Version(id) => return Some(Against::Version(id)),
        _ => {}
    }
    let shown = state.journey_id()?;
    let based_on = |id: Id| workspace.journeys.get(&id)?.based_on.map(Ref::id);
    let current = based_on(shown).filter(|id| workspace.journeys.contains_key(id));
    let future = || workspace.journey_order.iter().copied().find(|id| based_on(*id) == Some(shown));
    let Route::Workspace { workspace: id, .. } = state.route.get() else { return None };
    let last = || versions::list(id).first().map(|version| Against::Version(version.id));
    current.or_else(future).map(Against::Journey).or_else(last)
}

fn evaluated(workspace: &Workspace, journey: Id) -> Option<Arc<JourneyEvaluation>> {
    let found = workspace.journeys.get(&journey)?;
    Some(Arc::new(evaluate_journey(workspace, journey, found, today())))
}

fn sides(state: State, present: &Shared<Workspace>, shown: Id, with: Against, kept: &Kept) -> Option<Sides> {
    let Route::Workspace { workspace: id, .. } = state.route.get_untracked() else { return None };
    let now = |journey: Id| present_evaluation(state, present, journey);
    let side = |workspace: &Workspace, journey: Id, name: String, open: bool| Side {
        workspace: workspace.clone(),
        journey,
        name,
        open,
    };
    let title = |journey: Id| {
        let title = present.journeys.get(&journey).map_or("", |journey| &journey.title);
        shell::or_untitled(title).to_owned()
    };
    let (before, after, evaluations) = match with {
        Against::Version(version) => {
            let (workspace, evaluation) = kept.as_deref()?;
            let name = super::choose::version_name(id, version)?;
            let before = side(workspace, shown, name, false);
            (before, side(present, shown, words::NOW.to_owned(), true), [evaluation.clone(), now(shown)])
        }
        Against::Journey(other) => {
            let (earlier, later) = in_time(present, other, shown);
            let of = |journey| side(present, journey, title(journey), true);
            (of(earlier), of(later), [now(earlier), now(later)])
        }
    };
    let aligned = align(&before.workspace, before.journey, &after.workspace, after.journey)?;
    let both = Both::of(&aligned);
    let order = &after.workspace.department_order;
    let gone = before.workspace.department_order.iter().filter(|id| !order.contains(id));
    let layout = LaneLayout::of(order.iter().chain(gone).copied(), &both.journey, &both.flow);
    let [old, new] = &evaluations;
    let effect = Effect::of(&aligned.names, old.as_deref(), new.as_deref());
    Some(Sides { workspace: id, before, after, aligned, both, layout, effect })
}

/// A future journey comes after what it is based on; otherwise the one shown is the later one.
fn in_time(workspace: &Workspace, other: Id, shown: Id) -> (Id, Id) {
    let journey = |id: Id| workspace.journeys.get(&id);
    let based = journey(other).is_some_and(|found| found.based_on.map(Ref::id) == Some(shown));
    let state = |id: Id| journey(id).and_then(|found| found.state);
    let planned = |id: Id| state(id) == Some(JourneyState::Future);
    if based || (planned(other) && !planned(shown)) { (shown, other) } else { (other, shown) }
}

/// The evaluation of a journey as it is now: the one at hand, where it is of the same version.
fn present_evaluation(
    state: State,
    present: &Shared<Workspace>,
    journey: Id,
) -> Option<Arc<JourneyEvaluation>> {
    let at_hand = state.document.with_untracked(|document| {
        let document = document.as_ref().filter(|document| document.workspace == *present)?;
        document.evaluation.journey(journey).cloned()
    });
    at_hand.or_else(|| evaluated(present, journey))
}

impl Sides {
    /// The address where a touchpoint is shown, by its identifier in the earlier journey.
    pub fn touchpoint(&self, earlier: Id) -> Option<String> {
        let later = self.aligned.names.later_touchpoint(earlier);
        let is_in = |side: &Side, id: Id| {
            side.open
                && side
                    .workspace
                    .journeys
                    .get(&side.journey)
                    .is_some_and(|found| found.touchpoints.contains_key(&id))
        };
        let (side, id) =
            if is_in(&self.after, later) { (&self.after, later) } else { (&self.before, earlier) };
        is_in(side, id).then(|| self.address(side, View::Map, Selection::Touchpoint(id)))
    }

    /// The address of a handoff of one of the journeys, in its own identifiers.
    pub fn handoff(&self, side: &Side, key: StepKey) -> Option<String> {
        side.open.then(|| self.address(side, View::Map, Selection::Step(key)))
    }

    fn address(&self, side: &Side, view: View, selection: Selection) -> String {
        Route::Workspace { workspace: self.workspace, view, journey: Some(side.journey), selection }.hash()
    }
}
