//! Labels of everything that is chosen rather than typed.

/// Something with a short label, as it stands in lists and on badges.
pub trait Label: Copy {
    /// The label, in sentence case.
    fn label(self) -> &'static str;
}
