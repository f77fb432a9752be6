//! A row of a register: what an entry is, in the facts that matter for its kind.

use crosslane_core::edit::Edit;
use crosslane_core::edit::form::{Place, options};
use crosslane_core::format::ids::key;
use crosslane_core::model::{Access, EntityKind, Id, System, Workspace};
use crosslane_words::ui::{departments as words, shell};
use crosslane_words::{datum, field};

use super::list::List;
use super::registers::address_of_entry;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::page::focus_soon;
use crate::ui::{DepartmentChip, DepartmentMark, Icon, IconView};

/// An entry, as its row shows it.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// The entry.
    pub id: Id,
    /// Its name, as names are compared.
    pub key: String,
    name: String,
    mark: Option<DepartmentMark>,
    facts: Vec<String>,
}

impl Eq for Row {}

impl std::hash::Hash for Row {
    fn hash<H: std::hash::Hasher>(&self, hasher: &mut H) {
        self.id.hash(hasher);
    }
}

/// The fields that the row of a kind shows.
pub fn facts(kind: EntityKind) -> &'static [&'static str] {
    match kind {
        EntityKind::Department => &["kind", "lead", "takes_part"],
        EntityKind::System => &["decided_by", "access", "connected_to"],
        EntityKind::Item => &["identity_check"],
        EntityKind::Subject => &["unit"],
        EntityKind::Measure => &["unit", "opposes"],
        EntityKind::Persona => &["description"],
        EntityKind::Channel => &["notes"],
        EntityKind::Goal => &["measure", "contributions"],
        EntityKind::Term => &["preferred", "variants"],
        EntityKind::Standard => &["agreed_by"],
        _ => &[],
    }
}

/// What a field is called above its column.
pub fn fact_label(kind: EntityKind, name: &str) -> String {
    let spec = Place::Entry(kind, Id::derived(&[])).spec(name);
    spec.map_or_else(String::new, |spec| field::label(spec.entity, name))
}

/// The rows of a register in its order.
pub fn rows(workspace: &Workspace, kind: EntityKind) -> Vec<Row> {
    let of = |(id, name): (Id, String)| {
        let place = Place::Entry(kind, id);
        let fact = |name: &&str| {
            if (kind, *name) == (EntityKind::System, "access") {
                return workspace.systems.get(&id).map_or_else(String::new, |system| access(system));
            }
            let (spec, says) = (place.spec(name), place.read(workspace, None, name));
            spec.zip(says)
                .map_or_else(String::new, |(spec, says)| datum::texts(workspace, spec, &says).join(", "))
        };
        Row {
            id,
            key: key(&name),
            mark: (kind == EntityKind::Department).then(|| DepartmentMark::of(workspace, id)),
            facts: facts(kind).iter().map(fact).collect(),
            name: shell::or_untitled(&name).to_owned(),
        }
    };
    options(workspace, None, kind).into_iter().map(of).collect()
}

/// How many departments may do what in a system.
fn access(system: &System) -> String {
    let many = |wanted| system.access.values().filter(|entry| entry.access == Some(wanted)).count();
    words::access(many(Access::Write), many(Access::Read), many(Access::OnRequest))
}

/// The row.
pub fn row(list: List, row: Row) -> AnyView {
    let Row { id, name, mark, facts, .. } = row;
    let (state, kind) = (list.state, list.kind);
    let uses = Memo::new(move |_| list.counts.with(|counts| counts.uses(id)));
    let owned = (kind == EntityKind::Department).then(|| {
        view! { <td class="register-number">{move || list.counts.with(|counts| counts.owned(id))}</td> }
    });
    let moving = (kind == EntityKind::Department).then(|| {
        let (up, down) = (words::move_up(&name), words::move_down(&name));
        view! {
            <td class="register-moves">
                {move || list.movable().then(|| {
                    let (up, down) = (up.clone(), down.clone());
                    view! {
                        {mover(state, id, -1, Icon::Up, up)}
                        {mover(state, id, 1, Icon::Down, down)}
                    }
                })}
            </td>
        }
    });
    let shown = match mark {
        Some(mark) => view! { <DepartmentChip mark=mark name=name /> }.into_any(),
        None => view! { <span dir="auto">{name}</span> }.into_any(),
    };
    view! {
        <tr data-entry=id.to_string()>
            <th scope="row">
                <a class="register-name" id=link_id(id) href=move || address_of_entry(state, kind, id)>{shown}</a>
            </th>
            {facts.into_iter().map(|fact| view! { <td dir="auto">{fact}</td> }).collect_view()}
            {owned}
            <td class="register-number">
                {move || match uses.get() {
                    0 => view! { <span class="register-unused">{words::UNUSED}</span> }.into_any(),
                    uses => uses.into_any(),
                }}
            </td>
            {moving}
        </tr>
    }
    .into_any()
}

fn link_id(id: Id) -> String {
    ["entry-link-", id.as_str()].concat()
}

fn mover_id(id: Id, by: i32) -> String {
    [if by < 0 { "lane-up-" } else { "lane-down-" }, id.as_str()].concat()
}

fn mover(state: State, id: Id, by: i32, icon: Icon, label: String) -> AnyView {
    let here = mover_id(id, by);
    let element = here.clone();
    view! {
        <button
            class="icon-button"
            type="button"
            id=here
            title=label.clone()
            aria-label=label
            on:click=move |_| move_lane(state, id, by, element.clone())
        >
            <IconView icon=icon />
        </button>
    }
    .into_any()
}

/// Moves a department's lane, and keeps the focus on the element with this identifier.
pub fn move_lane(state: State, id: Id, by: i32, element: String) {
    let Some(workspace) = state.workspace_untracked() else { return };
    let order = &workspace.department_order;
    let Some(at) = order.iter().position(|other| *other == id) else { return };
    let to = if by < 0 { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < order.len()) };
    if let Some(to) = to {
        state.edit(&Edit::MoveDepartment { id, to });
        focus_soon(element);
    }
}

/// The entry whose row has the focus, and the identifier of the element that has it.
pub fn focused() -> Option<(Id, String)> {
    let element = document().active_element()?;
    let row = element.closest("[data-entry]").ok().flatten()?;
    Some((Id::new(&row.get_attribute("data-entry")?)?, element.id()))
}
