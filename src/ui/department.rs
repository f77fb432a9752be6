//! Departments as people see them: a mark in the department's colour, and its name.

use crosslane_core::model::{Id, Workspace};
use leptos::prelude::*;

/// The angle between the hues of neighbouring lanes: the golden angle keeps any number of them apart.
const GOLDEN_ANGLE: f64 = 137.508;

/// The colour of a department: its own, or one by its place among the lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct DepartmentMark {
    /// Its own colour as `#rrggbb`.
    pub own: Option<String>,
    /// The hue by its place, in degrees.
    pub hue: f64,
}

impl DepartmentMark {
    /// The colour of department `id`.
    pub fn of(workspace: &Workspace, id: Id) -> Self {
        let own = workspace
            .departments
            .get(&id)
            .and_then(|department| department.color.clone())
            .filter(|color| is_color(color));
        let place = workspace.department_order.iter().position(|other| *other == id).unwrap_or_default();
        // A place among departments is far below 2^52.
        #[allow(clippy::cast_precision_loss)]
        let hue = (220.0 + place as f64 * GOLDEN_ANGLE) % 360.0;
        Self { own, hue }
    }

    /// The value of the CSS variable `--hue`.
    pub fn hue_text(&self) -> String {
        format!("{:.0}", self.hue)
    }
}

/// Only this form of colour is let into a style.
fn is_color(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A department's mark and name.
#[component]
pub fn DepartmentChip(
    /// Its colour.
    mark: DepartmentMark,
    /// Its name.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let hue = mark.hue_text();
    let DepartmentMark { own, .. } = mark;
    view! {
        <span
            class="department"
            class:department-own=own.is_some()
            style:--hue=hue
            style:--own=own.unwrap_or_default()
        >
            <span class="department-mark" aria-hidden="true"></span>
            <span class="department-name" dir="auto">{name}</span>
        </span>
    }
}
