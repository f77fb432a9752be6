//! Severities as shapes: the colour is never the only sign.

use crosslane_core::rules::Severity;
use crosslane_words::labels::Label;

use super::{Icon, IconView};
use crate::reactive::prelude::*;

/// The picture of a severity.
pub fn severity_icon(severity: Severity) -> Icon {
    match severity {
        Severity::Error => Icon::Error,
        Severity::Warning => Icon::Warning,
        Severity::Info => Icon::Info,
    }
}

/// A severity with its picture and its word.
pub fn severity_badge(severity: Severity) -> AnyView {
    view! {
        <span class="badge" data-severity=severity.word()>
            <IconView icon=severity_icon(severity) />
            {severity.label()}
        </span>
    }
    .into_any()
}
