//! A face for how customers feel: from 1 to 5 the mouth turns up.

use crosslane_words::values::decimal;

use crate::reactive::prelude::*;

/// A face with its number; a blank one where nothing is known.
pub fn face(value: Option<f64>) -> AnyView {
    let level = value.map(level);
    view! {
        <span class="map-face" data-level=level>
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.9 6.4v.2M10.1 6.4v.2" />
                {level.map(|level| view! { <path d=mouth(level) /> })}
            </svg>
            {value.map(decimal)}
        </span>
    }
    .into_any()
}

/// The whole number nearest to a rating, 1 to 5.
pub fn level(value: f64) -> u8 {
    // A rating is between 1 and 5.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let level = value.round().clamp(1.0, 5.0) as u8;
    level
}

fn mouth(level: u8) -> &'static str {
    match level {
        1 => "M5.2 11.4c.9-1.9 4.7-1.9 5.6 0",
        2 => "M5.4 10.9c1-1.1 4.2-1.1 5.2 0",
        3 => "M5.5 10.3h5",
        4 => "M5.4 9.7c1 1.2 4.2 1.2 5.2 0",
        _ => "M5 9.2c.9 2.6 5.1 2.6 6 0z",
    }
}
