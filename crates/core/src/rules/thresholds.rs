//! The thresholds of the rules.

use crate::model::{Minutes, Percent, Workspace};

/// The thresholds in force for a workspace.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Points by which felt satisfaction falls at a `satisfaction-drop`.
    pub satisfaction_fall: f64,
    /// Points from which it is an error.
    pub satisfaction_fall_error: f64,
    /// Without a target, the wait in minutes above which it may be too long.
    pub wait_without_target: u64,
    /// How many times the median wait inside one department is too long.
    pub wait_median_factor: f64,
    /// Handoffs in one phase that make a `relay`.
    pub relay_handoffs: u64,
    /// Complete and accurate below this, in per cent, is `returned-incomplete`.
    pub complete_accurate: f64,
    /// Days after which evidence is old, for `stale-evidence`.
    pub stale_days: u64,
    /// Importance from which flags at a handoff rise one step, and a fallback must be agreed.
    pub important_from: f64,
}

/// Minutes of a day.
const DAY: u64 = 24 * 60;

impl Thresholds {
    /// Those of the workspace's settings, else those of the rules.
    pub fn of(workspace: &Workspace) -> Self {
        let settings = workspace.thresholds();
        Self {
            satisfaction_fall: settings.satisfaction_fall.unwrap_or(2.0),
            satisfaction_fall_error: settings.satisfaction_fall_error.unwrap_or(3.0),
            wait_without_target: settings.wait_without_target.map_or(DAY, Minutes::high),
            wait_median_factor: settings.wait_median_factor.unwrap_or(2.0),
            relay_handoffs: settings.relay_handoffs.unwrap_or(3),
            complete_accurate: settings.complete_accurate.map_or(90.0, Percent::value),
            stale_days: settings.stale_days.unwrap_or(180),
            important_from: settings.important_from.unwrap_or(4.0),
        }
    }
}
