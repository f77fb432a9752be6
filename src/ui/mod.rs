//! What every room builds with.

mod button;
mod department;
mod icon;
mod keys;
mod modal;
mod segments;
mod severity;

pub use button::IconButton;
pub use department::{DepartmentChip, DepartmentMark};
pub use icon::{Icon, IconView};
pub use keys::Keys;
pub use modal::Modal;
pub use segments::segments;
pub use severity::severity_icon;
