//! The merge that is looked at, kept while the person looks at the map, and the marks it leaves there.

use std::cell::{OnceCell, RefCell};
use std::collections::HashSet;
use std::sync::Arc;

use crosslane_core::model::{Id, Workspace};

use super::join::{Choices, Joining};
use crate::reactive::prelude::*;
use crate::storage::versions;

/// What is marked on the map, and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// The workspace they belong to.
    pub workspace: Option<Id>,
    /// The touchpoints.
    pub touchpoints: Arc<HashSet<Id>>,
    /// Whether a merge waits to be gone on with; else it is made.
    pub waiting: bool,
}

thread_local! {
    static LOOKED_AT: RefCell<Option<(Arc<Joining>, Choices)>> = const { RefCell::new(None) };
    /// As long as the page: views come and go.
    static MARKS: OnceCell<ArcRwSignal<Marks>> = const { OnceCell::new() };
}

/// What is marked on the map.
pub fn marks() -> ArcRwSignal<Marks> {
    MARKS.with(|marks| marks.get_or_init(|| ArcRwSignal::new(Marks::default())).clone())
}

/// Whether a touchpoint is marked. Reactive.
pub fn is_marked(touchpoint: Id) -> bool {
    marks().with(|marks| marks.touchpoints.contains(&touchpoint))
}

/// Marks these touchpoints on the map.
pub fn mark(workspace: Id, touchpoints: HashSet<Id>, waiting: bool) {
    marks().set(Marks { workspace: Some(workspace), touchpoints: touchpoints.into(), waiting });
}

/// Takes all marks away.
pub fn unmark() {
    marks().set(Marks::default());
}

/// The merge of this file with what is here: the one that was looked at, as long as both are what they were.
pub fn joining(id: Id, here: &Workspace, file: &Arc<Workspace>) -> (Arc<Joining>, Choices) {
    let before = LOOKED_AT.with_borrow(Clone::clone);
    let before = before.filter(|(before, _)| before.id == id && Arc::ptr_eq(&before.theirs, file));
    if let Some((joining, choices)) = &before
        && joining.ours == *here
    {
        return (joining.clone(), choices.clone());
    }
    let joining = Arc::new(Joining::new(id, here.clone(), file.clone(), versions::base(id, here, file)));
    let choices = before.map_or_else(
        || vec![None; joining.conflicts().len()],
        |(before, choices)| carried_over(&before, &choices, &joining),
    );
    remember(&joining, choices.clone());
    (joining, choices)
}

/// The choices of before at the conflicts that are still the same.
fn carried_over(before: &Joining, choices: &Choices, now: &Joining) -> Choices {
    let chosen = |conflict: &crosslane_core::merge::Conflict| {
        let at = before.conflicts().iter().position(|other| other == conflict)?;
        choices.get(at).copied().flatten()
    };
    now.conflicts().iter().map(chosen).collect()
}

/// Keeps the merge and what was chosen.
pub fn remember(joining: &Arc<Joining>, choices: Choices) {
    LOOKED_AT.set(Some((joining.clone(), choices)));
}

/// Forgets the merge, and what it marked.
pub fn forget() {
    LOOKED_AT.set(None);
    unmark();
}
