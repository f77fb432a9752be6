//! What is derived from the document for the map: held only while the map is shown.

use std::sync::Arc;

use crosslane_core::flow::Flow;
use crosslane_core::layout::{AspectLayout, CardMark, Columns, LaneLayout, Marks};
use crosslane_core::model::{Id, Journey, StepKey, Touchpoint, Workspace};
use crosslane_core::route::Selection;

use super::aspects;
use super::session::{Editing, Laning};
use crate::app::{Shared, State};
use crate::reactive::prelude::*;

/// How many columns beyond both edges are in the page, so that scrolling finds them there.
const BEYOND: usize = 2;

/// The columns and phases in sight: from the first to before the end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sight {
    /// The first column.
    pub first: usize,
    /// The column after the last one.
    pub end: usize,
    /// The first phase.
    pub first_phase: usize,
    /// The phase after the last one.
    pub end_phase: usize,
}

/// A touchpoint, as it is now.
pub type TouchpointMemo = Memo<Option<Shared<Touchpoint>>>;

/// The journey shown, as it is now.
pub type JourneyMemo = Memo<Option<(Id, Shared<Journey>)>>;

/// What is on the canvas. `Copy`: pass it anywhere below the map.
#[derive(Clone, Copy)]
pub struct Scene {
    /// The journey shown.
    pub journey: Memo<Option<(Id, Shared<Journey>)>>,
    /// The flow of the journey: most edits leave it as it is.
    pub flow: Memo<Option<Shared<Flow>>>,
    /// The workspace as it was when its registers last changed: the names and colours the map shows.
    pub registers: Memo<Option<Shared<Workspace>>>,
    /// The map by department.
    pub lanes: Memo<Shared<LaneLayout>>,
    /// The map by aspect.
    pub aspects: Memo<Shared<AspectLayout>>,
    /// Flags, questions and risks where they stand.
    pub marks: Memo<Shared<Marks>>,
    /// What is in sight.
    pub sight: Memo<Sight>,
    /// What is chosen.
    pub selection: Memo<Selection>,
    state: State,
}

/// A memo over a shared value that stays the same pointer as long as the value is equal.
fn shared_memo<T: PartialEq + Send + Sync + 'static>(
    make: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<Shared<T>> {
    Memo::new_owning(move |old: Option<Shared<T>>| {
        let new = make();
        match old {
            Some(old) if *old == new => (old, false),
            _ => (Shared(Arc::new(new)), true),
        }
    })
}

impl Scene {
    /// Derives the scene; call it once, where the map is shown.
    pub fn new(state: State) -> Self {
        let journey = Memo::new(move |_| state.journey());
        let evaluation = Memo::new(move |_| state.evaluation());
        let registers = Memo::new_with_compare(
            move |_| state.workspace(),
            |old, new| match (old, new) {
                (Some(Some(old)), Some(Some(new))) => !same_registers(old, new),
                _ => true,
            },
        );
        // Most edits leave the flow and the phases as they are, and with them the places of all cards.
        let flow = Memo::new(move |_| evaluation.get().map(|evaluation| Shared(evaluation.flow.clone())));
        let phases = Memo::new(move |_| {
            journey.with(|journey| {
                let journey = &journey.as_ref()?.1;
                Some((journey.phase_order.clone(), journey.phases.clone()))
            })
        });
        let lanes = shared_memo(move || {
            phases.track();
            match (journey.get_untracked(), flow.get()) {
                (Some((_, journey)), Some(flow)) => {
                    let order =
                        registers.get().map(|found| found.department_order.clone()).unwrap_or_default();
                    LaneLayout::of(order.iter().copied(), &journey, &flow)
                }
                _ => LaneLayout::default(),
            }
        });
        let aspects = Memo::new_owning(move |old: Option<Shared<AspectLayout>>| {
            let new = aspects::layout(state, journey, old.as_deref());
            match old {
                Some(old) if *old == new => (old, false),
                _ => (Shared(Arc::new(new)), true),
            }
        });
        let marks = shared_memo(move || evaluation.get().as_deref().map(Marks::of).unwrap_or_default());
        let sight = Memo::new(move |_| in_sight(state, lanes, aspects));
        let selection = Memo::new(move |_| state.selection());
        Self { journey, flow, registers, lanes, aspects, marks, sight, selection, state }
    }

    /// Does something with the columns of the present laning. Reactive.
    pub fn with_columns<T: Default>(self, work: impl FnOnce(&Columns) -> T) -> T {
        match self.state.map().laning.get() {
            Laning::Department => self.lanes.with(|layout| work(&layout.columns)),
            Laning::Aspect => self.aspects.with(|layout| work(&layout.columns)),
        }
    }

    /// The number of a touchpoint's column. Reactive.
    pub fn column_of(self, touchpoint: Id) -> Option<usize> {
        self.flow.with(|flow| flow.as_ref()?.node_of(touchpoint))
    }

    /// The touchpoint of a column. Reactive.
    pub fn touchpoint_at(self, column: usize) -> Option<Id> {
        self.flow.with(|flow| Some(flow.as_ref()?.nodes().get(column)?.id))
    }

    /// A touchpoint as it is now. Reactive.
    pub fn touchpoint(self, id: Id) -> Option<Shared<Touchpoint>> {
        self.journey
            .with(|journey| journey.as_ref()?.1.touchpoints.get(&id).map(|found| Shared(found.clone())))
    }

    /// What stands on the card of a touchpoint. Reactive.
    pub fn card_mark(self, id: Id) -> CardMark {
        let column = self.column_of(id);
        self.marks
            .with(|marks| column.and_then(|column| marks.cards.get(column)).copied().unwrap_or_default())
    }

    /// The touchpoint chosen, or the one that the chosen step leads from. Not reactive.
    pub fn chosen_touchpoint(self) -> Option<Id> {
        match self.selection.get_untracked() {
            Selection::Touchpoint(id) => untrack(|| self.touchpoint(id)).map(|_| id),
            _ => None,
        }
    }

    /// The columns in sight, each with its touchpoint. Reactive.
    pub fn columns_in_sight(self) -> Vec<(usize, Id)> {
        let sight = self.sight.get();
        self.with_columns(|columns| {
            let end = sight.end.min(columns.columns.len());
            let seen = columns.columns.get(sight.first..end).unwrap_or_default();
            let seen = seen.iter().enumerate().map(|(at, column)| (sight.first + at, column.touchpoint));
            let typed = self.typed_out_of_sight(sight);
            seen.chain(typed).collect()
        })
    }

    /// The column that is typed into, where it was scrolled out of sight: it stays in the page, so that
    /// nothing typed is lost.
    fn typed_out_of_sight(self, sight: Sight) -> Option<(usize, Id)> {
        let (Editing::Touchpoint { id, .. } | Editing::Cell { id, .. }) = self.state.map().editing.get()?
        else {
            return None;
        };
        let column = self.column_of(id)?;
        (column < sight.first || column >= sight.end).then_some((column, id))
    }

    /// The number of the arrow of a step. Reactive.
    pub fn arrow_of(self, key: StepKey) -> Option<usize> {
        let (from, to) = (self.column_of(key.from)?, self.column_of(key.to)?);
        self.lanes.with(|layout| {
            layout.arrows.binary_search_by_key(&(from, to), |arrow| (arrow.from, arrow.to)).ok()
        })
    }
}

/// Whether two versions share the registers that the map shows names of.
fn same_registers(old: &Workspace, new: &Workspace) -> bool {
    old.department_order == new.department_order
        && old.departments.ptr_eq(&new.departments)
        && old.channels.ptr_eq(&new.channels)
        && old.systems.ptr_eq(&new.systems)
        && old.items.ptr_eq(&new.items)
        && old.subjects.ptr_eq(&new.subjects)
        && old.standards.ptr_eq(&new.standards)
}

fn in_sight(state: State, lanes: Memo<Shared<LaneLayout>>, aspects: Memo<Shared<AspectLayout>>) -> Sight {
    let map = state.map();
    let (zoom, left, width) = (map.zoom.get(), map.scroll.get().x, map.size.get().x);
    let see = |columns: &Columns| {
        let (left, right) = (left / zoom, (left + width) / zoom);
        let seen = columns.visible(left, right);
        let phases = columns.visible_phases(left, right);
        Sight {
            first: seen.start.saturating_sub(BEYOND),
            end: (seen.end + BEYOND).min(columns.columns.len()),
            first_phase: phases.start.saturating_sub(1),
            end_phase: (phases.end + 1).min(columns.phases.len()),
        }
    };
    match map.laning.get() {
        Laning::Department => lanes.with(|layout| see(&layout.columns)),
        Laning::Aspect => aspects.with(|layout| see(&layout.columns)),
    }
}
