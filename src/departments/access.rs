//! Who may do what in a system: a row a department, a column an access.

use std::sync::Arc;

use crosslane_core::edit::form::ChoiceKind;
use crosslane_core::edit::{Edit, Entry};
use crosslane_core::model::{Access, Id, System, SystemAccess};
use crosslane_words::field::capitalised;
use crosslane_words::ui::{departments as words, fields as field_words, shell};

use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{DepartmentChip, DepartmentMark};

/// What a department may do in a system, where it is known.
fn access(system: &System, department: Id) -> Option<Access> {
    system.access.get(&department).and_then(|entry| entry.access)
}

/// The edit after which a department has this access; unknown where there is none.
fn with_access(system: &System, id: Id, department: Id, access: Option<Access>) -> Edit {
    let mut system = system.clone();
    let known = system.access.get(&department).map(|entry| entry.as_ref().clone()).unwrap_or_default();
    let entry = SystemAccess { access, ..known };
    if entry == SystemAccess::default() {
        system.access.remove(&department);
    } else {
        system.access.insert(department, Arc::new(entry));
    }
    Edit::PutEntry(id, Box::new(Entry::System(system)))
}

/// The matrix of a system.
pub fn matrix(state: State, id: Id) -> AnyView {
    let departments = Memo::new(move |_| {
        let Some(workspace) = state.workspace() else { return Vec::new() };
        let one = |id: Id, name: &str| {
            (id, shell::or_untitled(name).to_owned(), DepartmentMark::of(&workspace, id))
        };
        workspace.ordered_departments().map(|(id, department)| one(id, &department.name)).collect()
    });
    let heads = choices().map(|(_, name)| view! { <th scope="col">{name}</th> }).collect_view();
    view! {
        <section class="entry-part">
            <h2>{words::ACCESS}</h2>
            <div class="table-frame" role="group" tabindex="0" aria-label=words::ACCESS>
                <table class="register access">
                    <thead>
                        <tr>
                            <th scope="col">{words::DEPARTMENT}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>
                        {move || {
                            let rows = departments.get();
                            rows.into_iter().map(|(of, name, mark)| row(state, id, of, &name, mark)).collect_view()
                        }}
                    </tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

/// What can be known of an access, unknown last.
fn choices() -> impl Iterator<Item = (Option<Access>, String)> {
    let known = Access::WORDS
        .iter()
        .map(|word| (Access::from_word(word), capitalised(field_words::choice(ChoiceKind::Access, word))));
    known.chain([(None, field_words::UNKNOWN.to_owned())])
}

fn row(state: State, id: Id, department: Id, name: &str, mark: DepartmentMark) -> AnyView {
    let present = Memo::new(move |_| {
        let workspace = state.workspace()?;
        access(workspace.systems.get(&id)?, department)
    });
    let cells = choices()
        .map(|(choice, label)| {
            let set = move |_| {
                if let Some(workspace) = state.workspace_untracked()
                    && let Some(system) = workspace.systems.get(&id)
                {
                    state.edit(&with_access(system, id, department, choice));
                }
            };
            view! {
                <td>
                    <label class="access-choice">
                        <input
                            type="radio"
                            name=["access-", department.as_str()].concat()
                            aria-label=words::access_of(name, &label)
                            prop:checked=move || present.get() == choice
                            disabled=move || state.read_only.with(Option::is_some)
                            on:change=set
                        />
                    </label>
                </td>
            }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row"><DepartmentChip mark=mark name=name.to_owned() /></th>
            {cells}
        </tr>
    }
    .into_any()
}
