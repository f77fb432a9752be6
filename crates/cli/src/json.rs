//! JSON on standard output.

use serde::Serialize;

/// One line of JSON.
pub fn line(value: &impl Serialize) -> String {
    // These values have text keys and finite numbers, so writing them to memory cannot fail.
    let mut line = serde_json::to_string(value).unwrap_or_default();
    line.push('\n');
    line
}

/// The number with at most this many decimals.
pub fn rounded(value: f64, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    (value * scale).round() / scale
}
