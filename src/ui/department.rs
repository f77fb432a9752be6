//! Departments as people see them: a mark in the department's colour, and its name.

use crosslane_core::layout::{DepartmentColor, department_color};
use crosslane_core::model::{Id, Workspace};
use crosslane_words::ui::shell;

use crate::reactive::prelude::*;

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
        let DepartmentColor { own, hue } = department_color(workspace, id);
        Self { own, hue }
    }

    /// The value of the CSS variable `--hue`.
    pub fn hue_text(&self) -> String {
        format!("{:.0}", self.hue)
    }
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

/// The mark and name of a department of the workspace.
pub fn department_chip(workspace: &Workspace, id: Id) -> AnyView {
    let name = shell::or_untitled(workspace.department_name(id)).to_owned();
    view! { <DepartmentChip mark=DepartmentMark::of(workspace, id) name=name /> }.into_any()
}
