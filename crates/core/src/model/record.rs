//! What is recorded beside the journeys: settings, waivers, snapshots, saved views.

use super::entity::entity;
use super::id::Ref;
use super::journey::Journey;
use super::map::Map;
use super::scalar::{Date, Minutes, Percent};

entity! {
    /// The thresholds of the rules; an absent one has the value of its rule.
    pub struct Settings {
        /// satisfaction-drop: points that count as a fall.
        satisfaction_fall: Option<f64>,
        /// satisfaction-drop: points from which it is an error.
        satisfaction_fall_error: Option<f64>,
        /// wait-over-target: without a target, the wait that is too long on its own.
        wait_without_target: Option<Minutes>,
        /// wait-over-target: how many times the median wait inside one department is too long.
        wait_median_factor: Option<f64>,
        /// relay: handoffs in one phase.
        relay_handoffs: Option<u64>,
        /// returned-incomplete: complete and accurate below this, in per cent.
        complete_accurate: Option<Percent>,
        /// stale-evidence: days after which evidence is old.
        stale_days: Option<u64>,
        /// Importance from which a flag at a handoff rises one step, 1 to 5.
        important_from: Option<f64>,
    }
}

entity! {
    /// A flag that someone accepted.
    pub struct Waiver {
        /// The fingerprint of the flag.
        fingerprint: String,
        /// The rule of the flag.
        rule: String,
        /// Why it is accepted.
        reason: String,
        /// Who accepted it.
        by: String,
        /// When.
        date: Option<Date>,
        /// The values compared when it was accepted, by name; the waiver reopens when one changes.
        values: Map<WaivedValue>,
    }
}

entity! {
    /// A value a rule compared, kept with a flag that was accepted or is addressed.
    pub struct WaivedValue {
        /// The value as the rule wrote it.
        value: String,
    }
}

entity! {
    /// The scores of one day.
    pub struct Snapshot {
        /// When it was taken.
        date: Option<Date>,
        /// A word about the occasion.
        note: Option<String>,
        /// The version of the rules that gave the scores.
        rules_version: Option<u64>,
        /// The scores of each journey.
        journeys: Map<JourneyScore, Ref<Journey>>,
    }
}

entity! {
    /// The scores of one journey on the day of a snapshot.
    pub struct JourneyScore {
        /// Connectedness from what is known, 0 to 100; absent where it had no value.
        connectedness: Option<Percent>,
        /// Connectedness if every open question turned out badly, 0 to 100.
        connectedness_at_worst: Option<Percent>,
        /// Checks answered, in per cent.
        assessed: Option<Percent>,
        /// Handoffs.
        handoffs: Option<u64>,
        /// Open flags that are errors.
        errors: Option<u64>,
        /// Open flags that are warnings.
        warnings: Option<u64>,
        /// The highest risk of a handoff, 0 to 100.
        worst_risk: Option<Percent>,
    }
}

entity! {
    /// A view somebody wants to come back to.
    pub struct SavedView {
        /// What it is called.
        name: String,
        /// Its address inside the app, after the workspace.
        address: String,
    }
}
