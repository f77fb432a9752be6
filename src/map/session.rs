//! What the map remembers while the page is open: not in the file, not in undo.

use std::cell::OnceCell;
use std::collections::HashMap;

use crosslane_core::layout::{LaneKind, Point, Slot};
use crosslane_core::model::{Id, Workspace};

use super::drag::{Drag, Press};
use super::overlay::Overlay;
use super::scene::Scene;
use crate::app::{Shared, State};
use crate::reactive::prelude::*;

/// The ways to see the lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Laning {
    /// A lane per department.
    #[default]
    Department,
    /// A row per aspect.
    Aspect,
}

/// What is being typed into on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editing {
    /// The name of a touchpoint; `fresh` where it was just made and goes away again if it stays without one.
    Touchpoint {
        /// The touchpoint.
        id: Id,
        /// Just made.
        fresh: bool,
    },
    /// A cell by aspect.
    Cell {
        /// The touchpoint.
        id: Id,
        /// The row.
        row: usize,
    },
    /// The name of a phase.
    Phase(Id),
    /// What the customer wants to reach in a phase.
    Goal(Id),
}

/// How one journey was looked at last.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The lanes.
    pub laning: Laning,
    /// Pixels per map unit.
    pub zoom: f64,
    /// What is at the upper left of the canvas, in pixels.
    pub scroll: Point,
}

/// The session of the map. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
pub struct MapSession {
    /// The lanes.
    pub laning: RwSignal<Laning>,
    /// Pixels per map unit.
    pub zoom: RwSignal<f64>,
    /// What is at the upper left of the canvas, in pixels.
    pub scroll: RwSignal<Point>,
    /// Width and height of the canvas, in pixels.
    pub size: RwSignal<Point>,
    /// What is being typed into.
    pub editing: RwSignal<Option<Editing>>,
    /// What lies over the map.
    pub overlay: RwSignal<Option<Overlay>>,
    /// What the pointer is dragging.
    pub drag: RwSignal<Option<Drag>>,
    /// Whether the panel with all fields is open.
    pub panel: RwSignal<bool>,
    /// The same by aspect, where all fields can be rows.
    pub aspect_panel: RwSignal<bool>,
    /// The rows by aspect that are left out, by their place among all.
    pub hidden_rows: RwSignal<u64>,
    /// The row by aspect that the keyboard is in.
    pub row: RwSignal<usize>,
    /// A press of the pointer that may become a drag.
    pub(super) press: StoredValue<Option<Press>>,
    /// What listens to the pointer meanwhile.
    pub(super) listeners: StoredValue<Vec<Listening>>,
    /// Where a touchpoint would be added under the pointer: the slot and the lane.
    pub hover: RwSignal<Option<(Slot, LaneKind)>>,
    // The version right after a touchpoint was made whose name is still being typed.
    fresh: StoredValue<Option<Shared<Workspace>>>,
    scene: StoredValue<Option<Scene>>,
    looks: StoredValue<HashMap<Id, Look>>,
}

thread_local! {
    static SESSION: OnceCell<MapSession> = const { OnceCell::new() };
}

/// Makes the session, once, to stay as long as the page.
pub fn start() {
    SESSION.with(|session| {
        session.get_or_init(MapSession::new);
    });
}

impl State {
    /// The session of the map.
    #[allow(clippy::unused_self)] // a state is the proof that the app has started
    pub fn map(self) -> MapSession {
        SESSION.with(|session| *session.get_or_init(MapSession::new))
    }
}

impl MapSession {
    fn new() -> Self {
        Self {
            laning: RwSignal::new(Laning::default()),
            zoom: RwSignal::new(1.0),
            scroll: RwSignal::new(Point::default()),
            size: RwSignal::new(Point::default()),
            editing: RwSignal::new(None),
            overlay: RwSignal::new(None),
            drag: RwSignal::new(None),
            panel: RwSignal::new(!super::viewport::on_a_phone() && !crate::inspector::recalls_folded()),
            aspect_panel: RwSignal::new(false),
            hidden_rows: RwSignal::new(super::aspects::HIDDEN_AT_FIRST),
            row: RwSignal::new(0),
            press: StoredValue::new(None),
            listeners: StoredValue::new(Vec::new()),
            hover: RwSignal::new(None),
            fresh: StoredValue::new(None),
            scene: StoredValue::new(None),
            looks: StoredValue::new(HashMap::new()),
        }
    }
}

impl MapSession {
    /// Whether the panel is open in the present laning. Its signal: reactive in the laning.
    pub fn present_panel(&self) -> RwSignal<bool> {
        match self.laning.get() {
            Laning::Department => self.panel,
            Laning::Aspect => self.aspect_panel,
        }
    }

    /// What is on the canvas; `None` while the map is not shown.
    pub fn scene(&self) -> Option<Scene> {
        self.scene.get_value()
    }

    /// The map is shown, or no longer.
    pub fn set_scene(&self, scene: Option<Scene>) {
        self.scene.set_value(scene);
        if scene.is_none() {
            self.editing.set(None);
            self.overlay.set(None);
            self.drag.set(None);
        }
    }

    /// A touchpoint was just made: the present version is the one to take back where it stays without a name.
    pub fn remember_fresh(&self, state: State) {
        self.fresh.set_value(state.workspace_untracked());
    }

    /// Takes the touchpoint or phase back that was just made, where nothing happened since. Whether it did.
    pub fn discard_fresh(&self, state: State) -> bool {
        let fresh = self.fresh.try_update_value(Option::take).flatten();
        let is_present = fresh.is_some() && fresh == untrack(|| state.own_version());
        if is_present {
            state.undo();
        }
        is_present
    }

    /// Keeps how a journey is looked at now.
    pub fn keep_look(&self, journey: Id) {
        let look = Look {
            laning: self.laning.get_untracked(),
            zoom: self.zoom.get_untracked(),
            scroll: self.scroll.get_untracked(),
        };
        self.looks.update_value(|looks| {
            looks.insert(journey, look);
        });
    }

    /// How a journey was looked at last.
    pub fn look_of(&self, journey: Id) -> Option<Look> {
        self.looks.with_value(|looks| looks.get(&journey).copied())
    }
}
