//! What every room builds with.

mod blocks;
mod button;
mod department;
pub mod fields;
mod icon;
pub mod keep_focus;
mod keys;
pub mod leaving;
mod modal;
pub mod page;
mod paper;
pub mod remember;
mod segments;
mod settled;
mod severity;

pub use button::IconButton;
pub use department::{DepartmentChip, DepartmentMark, department_chip};
pub use icon::{Icon, IconView};
pub use keys::Keys;
pub use modal::Modal;
pub use paper::paper;
pub use segments::segments;
pub use settled::settled;
pub use severity::{severity_badge, severity_icon};
