//! What people decide and do about handoffs.

use super::{EntityWords, entity};

pub const INITIATIVE: EntityWords = entity(
    "Initiative",
    "initiative",
    &[
        ("title", "title"),
        ("practice", "practice"),
        ("departments", "departments"),
        ("flags", "flags addressed"),
        ("found", "flags as they were"),
        ("owner", "led by"),
        ("status", "status"),
        ("due", "due"),
        ("risk_before", "risk before"),
        ("risk_after", "risk after"),
        ("comments", "comments"),
        ("notes", "notes"),
    ],
);

pub const ADDRESSED_FLAG: EntityWords = entity(
    "AddressedFlag",
    "flag as it was",
    &[
        ("rule", "rule"),
        ("journey", "journey"),
        ("from", "touchpoint that hands on"),
        ("to", "touchpoint that receives"),
        ("values", "compared values"),
    ],
);

pub const STORY: EntityWords = entity(
    "Story",
    "story",
    &[
        ("title", "title"),
        ("text", "text"),
        ("departments", "departments"),
        ("touchpoints", "touchpoints"),
        ("people", "people recognised"),
        ("date", "date"),
    ],
);

pub const STEERING_COMMITTEE: EntityWords = entity(
    "SteeringCommittee",
    "steering committee",
    &[
        ("mandate", "mandate"),
        ("rhythm", "rhythm"),
        ("members", "members"),
        ("decisions", "decisions"),
        ("best_practices", "best practices"),
    ],
);

pub const MEMBERS: EntityWords = entity("Members", "members", &[("names", "names")]);

pub const DECISION: EntityWords = entity(
    "Decision",
    "decision",
    &[
        ("text", "text"),
        ("date", "date"),
        ("departments", "departments"),
        ("flags", "flags addressed"),
        ("found", "flags as they were"),
        ("standard", "standard it became"),
    ],
);

pub const BEST_PRACTICE: EntityWords = entity(
    "BestPractice",
    "best practice",
    &[("title", "title"), ("text", "text"), ("department", "department")],
);

pub const SESSION: EntityWords = entity(
    "Session",
    "session",
    &[
        ("title", "title"),
        ("date", "date"),
        ("participants", "participants"),
        ("touchpoints", "touchpoints"),
        ("cycles", "cycles"),
    ],
);

pub const PARTICIPANT: EntityWords = entity(
    "Participant",
    "participant",
    &[("name", "name"), ("kind", "speaks for"), ("department", "department")],
);

pub const CYCLE: EntityWords = entity(
    "Cycle",
    "cycle",
    &[
        ("date", "date"),
        ("findings", "findings"),
        ("ideas", "ideas"),
        ("prototype", "prototype"),
        ("test", "test"),
        ("learning", "learning"),
        ("initiatives", "initiatives its ideas became"),
    ],
);
