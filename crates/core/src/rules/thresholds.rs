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

/// In what a threshold is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThresholdUnit {
    /// Points of satisfaction.
    Points,
    /// A rating, 1 to 5.
    Rating,
    /// Minutes.
    Minutes,
    /// How many times something.
    Times,
    /// Handoffs.
    Handoffs,
    /// Per cent.
    Percent,
    /// Days.
    Days,
}

impl ThresholdUnit {
    /// The values that mean something: from, and up to.
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Points => (0.1, 4.0),
            Self::Rating => (1.0, 5.0),
            Self::Minutes | Self::Days | Self::Handoffs => (1.0, f64::INFINITY),
            Self::Times => (0.1, f64::INFINITY),
            Self::Percent => (0.0, 100.0),
        }
    }
}

/// What there is to say of a threshold.
#[derive(Clone, Copy, Debug)]
pub struct Threshold {
    /// Its name in the settings of a workspace.
    pub field: &'static str,
    /// In what it is counted.
    pub unit: ThresholdUnit,
    /// The rules that compare something with it.
    pub rules: &'static [&'static str],
    /// Whether it decides, too, which flags rise a step.
    pub raises: bool,
    /// Its value among those in force.
    pub value: fn(&Thresholds) -> f64,
}

/// Every threshold, in the order of the settings.
// Minutes, handoffs and days of the settings are far below 2^52: exact in `f64`.
#[allow(clippy::cast_precision_loss)]
pub const THRESHOLDS: [Threshold; 8] = [
    Threshold {
        field: "satisfaction_fall",
        unit: ThresholdUnit::Points,
        rules: &["satisfaction-drop"],
        raises: false,
        value: |thresholds| thresholds.satisfaction_fall,
    },
    Threshold {
        field: "satisfaction_fall_error",
        unit: ThresholdUnit::Points,
        rules: &["satisfaction-drop"],
        raises: false,
        value: |thresholds| thresholds.satisfaction_fall_error,
    },
    Threshold {
        field: "wait_without_target",
        unit: ThresholdUnit::Minutes,
        rules: &["wait-over-target"],
        raises: false,
        value: |thresholds| thresholds.wait_without_target as f64,
    },
    Threshold {
        field: "wait_median_factor",
        unit: ThresholdUnit::Times,
        rules: &["wait-over-target"],
        raises: false,
        value: |thresholds| thresholds.wait_median_factor,
    },
    Threshold {
        field: "relay_handoffs",
        unit: ThresholdUnit::Handoffs,
        rules: &["relay"],
        raises: false,
        value: |thresholds| thresholds.relay_handoffs as f64,
    },
    Threshold {
        field: "complete_accurate",
        unit: ThresholdUnit::Percent,
        rules: &["returned-incomplete"],
        raises: false,
        value: |thresholds| thresholds.complete_accurate,
    },
    Threshold {
        field: "stale_days",
        unit: ThresholdUnit::Days,
        rules: &["stale-evidence"],
        raises: false,
        value: |thresholds| thresholds.stale_days as f64,
    },
    Threshold {
        field: "important_from",
        unit: ThresholdUnit::Rating,
        rules: &["no-fallback", "handoff-card-incomplete"],
        raises: true,
        value: |thresholds| thresholds.important_from,
    },
];
