//! The colour of a department, its identity everywhere.

use crate::model::{Id, Workspace};

/// Hues of neighbours stand as far apart as can be, however many there are.
const GOLDEN_ANGLE: f64 = 137.508;

/// The colour of a department.
#[derive(Clone, Debug, PartialEq)]
pub struct DepartmentColor {
    /// Its own colour as `#rrggbb`.
    pub own: Option<String>,
    /// The hue by its place among the departments, in degrees.
    pub hue: f64,
}

/// The colour of department `id`.
pub fn department_color(workspace: &Workspace, id: Id) -> DepartmentColor {
    let own = workspace.departments.get(&id).and_then(|department| department.color);
    let place = workspace.department_order.iter().position(|other| *other == id).unwrap_or_default();
    // A place among departments is far below 2^52.
    #[allow(clippy::cast_precision_loss)]
    let hue = (220.0 + place as f64 * GOLDEN_ANGLE) % 360.0;
    DepartmentColor { own: own.map(|color| color.to_string()), hue }
}
