//! Severities as shapes: the colour is never the only sign.

use crosslane_core::rules::Severity;

use super::Icon;

/// The picture of a severity.
pub fn severity_icon(severity: Severity) -> Icon {
    match severity {
        Severity::Error => Icon::Error,
        Severity::Warning => Icon::Warning,
        Severity::Info => Icon::Info,
    }
}
