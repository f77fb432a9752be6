//! All entries of a register.

use std::cmp::Reverse;
use std::collections::HashMap;

use crosslane_core::edit::usage;
use crosslane_core::format::ids::key;
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::sort::Sort;
use crosslane_words::ui::departments as words;
use leptos::ev;

use super::row::{self, Row};
use super::{add, near};
use crate::app::{Shared, State};
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView, settled};

/// How many rows are shown at first.
const PAGE: usize = 100;
/// From this many entries on, a list can be narrowed.
const LONG: usize = 12;

/// What a list is sorted by.
#[derive(Clone, Copy, Default, Eq, PartialEq)]
pub enum SortBy {
    /// As the register is: departments by their lanes, the others by name.
    #[default]
    Order,
    /// The name.
    Name,
    /// How often they are used, the most used first.
    Use,
}

/// How often each entry is used, and how many touchpoints each department owns.
#[derive(Clone, Default, PartialEq)]
pub struct Counts {
    uses: HashMap<Id, usize>,
    owned: HashMap<Id, usize>,
}

impl Counts {
    fn of(workspace: &Workspace, kind: EntityKind) -> Self {
        let uses = usage(workspace).into_iter().filter(|((of, _), _)| *of == kind);
        let mut owned = HashMap::new();
        if kind == EntityKind::Department {
            for touchpoint in workspace.journeys.values().flat_map(|journey| journey.touchpoints.values()) {
                if let Some(owner) = touchpoint.owner {
                    *owned.entry(owner.id()).or_default() += 1;
                }
            }
        }
        Self { uses: uses.map(|((_, id), uses)| (id, uses)).collect(), owned }
    }

    /// How often an entry is used.
    pub fn uses(&self, id: Id) -> usize {
        self.uses.get(&id).copied().unwrap_or_default()
    }

    /// How many touchpoints a department owns.
    pub fn owned(&self, id: Id) -> usize {
        self.owned.get(&id).copied().unwrap_or_default()
    }
}

/// What a list shows. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
pub struct List {
    /// The state of the app.
    pub state: State,
    /// The register.
    pub kind: EntityKind,
    /// What it is sorted by.
    pub sort: RwSignal<SortBy>,
    /// How often its entries are used.
    pub counts: Memo<Counts>,
    filter: RwSignal<String>,
    all: RwSignal<bool>,
    rows: Memo<Vec<Row>>,
}

impl List {
    fn new(state: State, kind: EntityKind, version: Signal<Option<Shared<Workspace>>>) -> Self {
        let counts = Memo::new(move |_| {
            version.get().map(|workspace| Counts::of(&workspace, kind)).unwrap_or_default()
        });
        let rows = Memo::new(move |_| {
            state.workspace().map(|workspace| row::rows(&workspace, kind)).unwrap_or_default()
        });
        let sort = RwSignal::new(SortBy::Order);
        Self {
            state,
            kind,
            sort,
            counts,
            filter: RwSignal::new(String::new()),
            all: RwSignal::new(false),
            rows,
        }
    }

    /// The rows that fit the filter, sorted. Reactive.
    fn fitting(self) -> Vec<Row> {
        let wanted = key(&self.filter.get());
        let mut rows = self.rows.get();
        rows.retain(|row| wanted.is_empty() || row.key.contains(&wanted));
        match self.sort.get() {
            SortBy::Order => {}
            SortBy::Name => rows.arrange_by(|one, other| one.key.cmp(&other.key)),
            SortBy::Use => {
                self.counts.with(|counts| rows.arrange_by_key(|row| Reverse(counts.uses(row.id))));
            }
        }
        rows
    }

    /// Whether lanes can be moved now: they are shown in their order, all of them. Reactive.
    pub fn movable(self) -> bool {
        self.kind == EntityKind::Department
            && self.sort.get() == SortBy::Order
            && self.filter.with(String::is_empty)
            && self.state.read_only.with(Option::is_none)
    }
}

/// The list of a register.
pub fn list(state: State, kind: EntityKind) -> AnyView {
    let version = settled(state);
    let list = List::new(state, kind, version);
    let count = Memo::new(move |_| list.rows.with(Vec::len));
    view! {
        <div class="view-head">
            <h1>{words::register(kind)}</h1>
            {move || (count.get() > LONG).then(|| filter(list))}
        </div>
        {near::proposals(state, kind, version)}
        {move || if count.get() == 0 { empty() } else { table(list) }}
        {add::add(state, kind)}
    }
    .into_any()
}

fn empty() -> AnyView {
    view! { <p class="quiet view-note">{words::EMPTY}</p> }.into_any()
}

fn filter(list: List) -> AnyView {
    view! {
        <input
            class="input register-filter"
            type="search"
            aria-label=words::FILTER
            placeholder=words::FILTER
            prop:value=move || list.filter.get()
            on:input:target=move |event| list.filter.set(event.target().value())
        />
    }
    .into_any()
}

fn table(list: List) -> AnyView {
    let shown = Memo::new(move |_| {
        let mut rows = list.fitting();
        let total = rows.len();
        if !list.all.get() {
            rows.truncate(PAGE);
        }
        (rows, total)
    });
    let is_department = list.kind == EntityKind::Department;
    let facts = row::facts(list.kind)
        .iter()
        .map(|field| view! { <th scope="col">{row::fact_label(list.kind, field)}</th> })
        .collect_view();
    let none = move || {
        shown.with(|(rows, _)| rows.is_empty()).then(|| view! { <p class="quiet">{words::NOTHING_FITS}</p> })
    };
    let more = move || {
        let total = shown.with(|(rows, total)| (rows.len() < *total).then_some(*total));
        total.map(|total| view! {
            <button class="button" type="button" on:click=move |_| list.all.set(true)>{words::show_all(total)}</button>
        })
    };
    view! {
        <div class="table-frame" role="group" tabindex="0" aria-label=words::register(list.kind)>
            <table class="register" on:keydown=move |event| on_key(list, &event)>
                <thead>
                    <tr>
                        {head(list, words::NAME, SortBy::Name)}
                        {facts}
                        {is_department.then(|| view! { <th scope="col">{words::OWNS}</th> })}
                        {head(list, words::USED, SortBy::Use)}
                        {is_department.then(|| view! { <th scope="col"><span class="unseen">{words::ORDER}</span></th> })}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || shown.get().0 key=|row| row.clone() let:row>
                        {row::row(list, row)}
                    </For>
                </tbody>
            </table>
        </div>
        {none}
        {more}
        {is_department.then(|| view! { <p class="quiet view-note">{words::LANES_HINT}</p> })}
    }
    .into_any()
}

/// The heading of a column one can sort by; a second press goes back to the order of the register.
fn head(list: List, name: &'static str, by: SortBy) -> AnyView {
    let sorted = move || list.sort.get() == by;
    let direction = move || match (sorted(), by) {
        (false, _) => "none",
        (true, SortBy::Use) => "descending",
        (true, _) => "ascending",
    };
    let toggle = move |_| list.sort.update(|sort| *sort = if *sort == by { SortBy::Order } else { by });
    view! {
        <th scope="col" aria-sort=direction>
            <button class="register-sort" type="button" on:click=toggle>
                {name}
                {move || sorted().then(|| {
                    let icon = if by == SortBy::Use { Icon::Down } else { Icon::Up };
                    view! { <IconView icon=icon /> }
                })}
            </button>
        </th>
    }
    .into_any()
}

/// Alt and an arrow key move the lane of the row that has the focus.
fn on_key(list: List, event: &ev::KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowUp" if event.alt_key() => -1,
        "ArrowDown" if event.alt_key() => 1,
        _ => return,
    };
    if untrack(|| list.movable())
        && let Some((id, element)) = row::focused()
    {
        event.prevent_default();
        row::move_lane(list.state, id, by, element);
    }
}
