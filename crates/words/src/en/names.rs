//! What stands where a name is missing.

use crosslane_core::model::EntityKind;

/// Opening quote around names of touchpoints and the like.
pub const OPEN: char = '“';
/// Closing quote.
pub const CLOSE: char = '”';

/// In place of an empty name.
pub fn unnamed(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Department => "an unnamed department",
        EntityKind::Persona => "an unnamed persona",
        EntityKind::Channel => "an unnamed channel",
        EntityKind::System => "an unnamed system",
        EntityKind::Item => "an unnamed information item",
        EntityKind::Subject => "an unnamed subject",
        EntityKind::Standard => "an unnamed standard",
        EntityKind::Term => "an unnamed term",
        EntityKind::Measure => "an unnamed measure",
        EntityKind::Goal => "an unnamed goal",
        EntityKind::Journey => "an unnamed journey",
        EntityKind::Phase => "an unnamed phase",
        EntityKind::Touchpoint => "an unnamed touchpoint",
        EntityKind::Decision => "an unnamed decision",
        EntityKind::Initiative => "an unnamed initiative",
        EntityKind::Story => "an unnamed story",
        EntityKind::Session => "an unnamed session",
    }
}
