//! What the journeys of a workspace share.

use super::{EntityWords, entity};

pub const DEPARTMENT: EntityWords = entity(
    "Department",
    "department",
    &[
        ("name", "name"),
        ("color", "colour"),
        ("kind", "kind"),
        ("lead", "lead"),
        ("measures", "measures it is steered by"),
        ("takes_part", "takes part in this mapping"),
        ("notes", "notes"),
    ],
);

pub const STEERED_MEASURE: EntityWords =
    entity("SteeredMeasure", "measure", &[("direction", "direction"), ("target", "target")]);

pub const PERSONA: EntityWords =
    entity("Persona", "persona", &[("name", "name"), ("description", "description")]);

pub const CHANNEL: EntityWords = entity("Channel", "channel", &[("name", "name"), ("notes", "notes")]);

pub const SYSTEM: EntityWords = entity(
    "System",
    "system",
    &[
        ("name", "name"),
        ("decided_by", "department that decides on it"),
        ("access", "access of departments"),
        ("connected_to", "connected to"),
        ("notes", "notes"),
    ],
);

pub const SYSTEM_ACCESS: EntityWords = entity("SystemAccess", "access", &[("access", "access")]);

pub const ITEM: EntityWords = entity(
    "Item",
    "information item",
    &[("name", "name"), ("identity_check", "identity check"), ("notes", "notes")],
);

pub const SUBJECT: EntityWords = entity("Subject", "subject", &[("name", "name"), ("unit", "unit")]);

pub const STANDARD: EntityWords = entity(
    "Standard",
    "standard",
    &[
        ("subject", "subject"),
        ("value", "value"),
        ("channel", "channel"),
        ("phase", "phase"),
        ("agreed_by", "agreed by"),
        ("decision", "decision it comes from"),
    ],
);

pub const TERM: EntityWords = entity(
    "Term",
    "term",
    &[
        ("concept", "concept"),
        ("meaning", "meaning"),
        ("preferred", "preferred label"),
        ("variants", "other labels"),
        ("labels", "labels of departments"),
    ],
);

pub const TERM_LABEL: EntityWords = entity("TermLabel", "label", &[("label", "label")]);

pub const MEASURE: EntityWords =
    entity("Measure", "measure", &[("name", "name"), ("unit", "unit"), ("opposes", "opposing measures")]);

pub const GOAL: EntityWords = entity(
    "Goal",
    "goal",
    &[
        ("outcome", "outcome for the customer"),
        ("measure", "how it is measured"),
        ("baseline", "value at the start"),
        ("target", "value aimed at"),
        ("current", "value now"),
        ("journeys", "journeys"),
        ("contributions", "contributions of departments"),
    ],
);

pub const CONTRIBUTION: EntityWords =
    entity("Contribution", "contribution", &[("part", "part"), ("share", "share")]);
