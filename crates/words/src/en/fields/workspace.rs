//! The workspace and what it keeps beside the work itself.

use super::{EntityWords, entity};

pub const WORKSPACE: EntityWords = entity(
    "Workspace",
    "workspace",
    &[
        ("format", "format"),
        ("version", "version"),
        ("id", "identifier"),
        ("title", "title"),
        ("revision", "revision"),
        ("parent_revision", "revision it was made from"),
        ("earlier_revisions", "revisions before that one"),
        ("settings", "settings"),
        ("departments", "departments"),
        ("department_order", "order of departments"),
        ("personas", "personas"),
        ("channels", "channels"),
        ("systems", "systems"),
        ("items", "information items"),
        ("subjects", "subjects"),
        ("standards", "standards"),
        ("terms", "terms"),
        ("measures", "measures"),
        ("goals", "goals"),
        ("journey_order", "order of journeys"),
        ("journeys", "journeys"),
        ("initiatives", "initiatives"),
        ("stories", "stories"),
        ("committee", "steering committee"),
        ("sessions", "sessions"),
        ("waivers", "accepted flags"),
        ("snapshots", "snapshots"),
        ("views", "saved views"),
    ],
);

pub const SETTINGS: EntityWords = entity(
    "Settings",
    "settings",
    &[
        ("satisfaction_fall", "fall in satisfaction that counts"),
        ("satisfaction_fall_error", "fall in satisfaction that is an error"),
        ("wait_without_target", "longest wait without a target"),
        ("wait_median_factor", "times the usual wait that is too long"),
        ("relay_handoffs", "handoffs in one phase that make a relay"),
        ("complete_accurate", "share that should arrive complete and accurate"),
        ("stale_days", "days after which evidence is old"),
        ("important_from", "importance from which flags rise"),
    ],
);

pub const WAIVER: EntityWords = entity(
    "Waiver",
    "accepted flag",
    &[
        ("fingerprint", "fingerprint"),
        ("rule", "rule"),
        ("reason", "reason"),
        ("by", "accepted by"),
        ("date", "date"),
        ("values", "compared values"),
    ],
);

pub const SNAPSHOT: EntityWords = entity(
    "Snapshot",
    "snapshot",
    &[
        ("date", "date"),
        ("note", "note"),
        ("rules_version", "version of the rules"),
        ("journeys", "scores of journeys"),
    ],
);

pub const JOURNEY_SCORE: EntityWords = entity(
    "JourneyScore",
    "score",
    &[
        ("connectedness", "connectedness"),
        ("connectedness_at_worst", "connectedness at worst"),
        ("assessed", "checks answered"),
        ("handoffs", "handoffs"),
        ("errors", "errors"),
        ("warnings", "warnings"),
        ("worst_risk", "worst risk"),
    ],
);

pub const SAVED_VIEW: EntityWords =
    entity("SavedView", "saved view", &[("name", "name"), ("address", "address")]);

pub const WAIVED_VALUE: EntityWords = entity("WaivedValue", "compared value", &[("value", "value")]);
