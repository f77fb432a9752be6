//! A field on the screen, bound to its place in the document.

use crosslane_core::edit::Edit;
use crosslane_core::edit::form::{Datum, FieldSpec, Place, named_entry};
use crosslane_core::model::{EntityKind, Id};
use crosslane_words::field;

use crate::app::{State, new_id};
use crate::reactive::prelude::*;
use crate::storage::Begun;

/// A field bound to its place in the document: where it lies inside a journey, in the one shown. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
pub struct Bound {
    /// The state of the app.
    pub state: State,
    /// What the field belongs to.
    pub place: Place,
    /// The field.
    pub spec: &'static FieldSpec,
    /// What it says now.
    pub value: Memo<Datum>,
}

impl Bound {
    /// Binds a field; `None` where the place has no field of this name.
    pub fn new(state: State, place: Place, name: &str) -> Option<Self> {
        let spec = place.spec(name)?;
        let value = Memo::new(move |_| {
            let workspace = state.workspace();
            workspace
                .and_then(|workspace| place.read(&workspace, state.scope(place), spec.name))
                .unwrap_or_default()
        });
        Some(Self { state, place, spec, value })
    }

    /// The identifier of its control on the page.
    pub fn id(self) -> String {
        self.place.key(self.spec.name)
    }

    /// Its label.
    pub fn label(self) -> String {
        field::label(self.spec.entity, self.spec.name)
    }

    /// Whether it cannot be changed now. Reactive.
    pub fn locked(self) -> bool {
        self.state.read_only.get().is_some()
    }

    /// Sets it, as one step of undo. A refusal has been told to the person.
    pub fn set(self, datum: Datum) {
        self.put(datum, None);
    }

    /// Sets it to what was typed since the beginning, as one step of undo.
    pub fn set_begun(self, begun: &Begun, datum: &Datum) {
        let (place, name) = (self.place, self.spec.name);
        let journey = untrack(|| self.state.scope(place));
        begun.edit(self.state, None, &mut |workspace| {
            let present = place.read(workspace, journey, name).unwrap_or_default();
            if present == *datum { None } else { place.write(workspace, journey, name, datum.clone()) }
        });
    }

    /// Sets it while the person is typing: all changes until [`Bound::leave`] are one step of undo.
    pub fn type_in(self, datum: Datum) {
        self.put(datum, Some(&self.id()));
    }

    /// The person has left the field.
    pub fn leave(self) {
        self.state.end_burst();
    }

    fn put(self, datum: Datum, burst: Option<&str>) {
        if self.value.get_untracked() != datum
            && let Some(edit) = self.edit(datum)
        {
            self.state.edit_as(&edit, burst);
        }
    }

    fn edit(self, datum: Datum) -> Option<Edit> {
        let workspace = self.state.workspace_untracked()?;
        let journey = untrack(|| self.state.scope(self.place));
        self.place.write(&workspace, journey, self.spec.name, datum)
    }

    /// Makes a register entry of this name and sets the field to what `datum` makes of it, as one step.
    pub fn set_new(self, kind: EntityKind, name: &str, datum: impl FnOnce(Id) -> Datum) {
        let id = new_id();
        if let (Some(entry), Some(edit)) = (named_entry(kind, name), self.edit(datum(id))) {
            self.state.edit(&Edit::Batch(vec![Edit::PutEntry(id, Box::new(entry)), edit]));
        }
    }
}
