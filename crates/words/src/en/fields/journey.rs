//! The journey and its parts.

use super::{EntityWords, entity};

pub const JOURNEY: EntityWords = entity(
    "Journey",
    "journey",
    &[
        ("title", "title"),
        ("state", "current or future"),
        ("based_on", "journey it is based on"),
        ("persona", "persona"),
        ("scenario", "scenario"),
        ("owner", "owner"),
        ("satisfaction", "satisfaction with the whole"),
        ("notes", "notes"),
        ("phase_order", "order of phases"),
        ("phases", "phases"),
        ("touchpoints", "touchpoints"),
        ("steps", "steps"),
        ("unplaced_cards", "unplaced cards"),
    ],
);

pub const PHASE: EntityWords = entity(
    "Phase",
    "phase",
    &[("name", "name"), ("goal", "customer's goal"), ("touchpoints", "order of touchpoints")],
);

pub const TOUCHPOINT: EntityWords = entity(
    "Touchpoint",
    "touchpoint",
    &[
        ("name", "name"),
        ("action", "what the customer does"),
        ("stage", "stage"),
        ("owner", "owner"),
        ("performed_by", "performed by"),
        ("responsible", "responsible"),
        ("consulted", "consulted"),
        ("informed", "informed"),
        ("claimed_by", "also claimed by"),
        ("perceived_owner", "owner as the customer sees it"),
        ("started_by", "started by"),
        ("channel", "channel"),
        ("systems", "systems"),
        ("satisfaction", "satisfaction"),
        ("satisfaction_kind", "where the satisfaction comes from"),
        ("satisfaction_source", "source of the satisfaction"),
        ("satisfaction_answers", "answers"),
        ("satisfaction_date", "date of the satisfaction"),
        ("importance", "importance"),
        ("moment_of_truth", "moment of truth"),
        ("duration", "duration"),
        ("asked", "asked from the customer"),
        ("needed", "information needed"),
        ("produced", "information produced"),
        ("promises", "promises made"),
        ("fulfils", "promises kept"),
        ("standards", "standards lived here"),
        ("pain_points", "pain points"),
        ("ideas", "ideas"),
        ("quotes", "quotes"),
        ("evidence", "evidence"),
        ("evidence_link", "link to the evidence"),
        ("reviewed_on", "evidence reviewed on"),
        ("monthly_volume", "customers a month"),
        ("tags", "tags"),
        ("ends", "ends the journey"),
        ("based_on", "touchpoint it replaces"),
        ("comments", "comments"),
        ("notes", "notes"),
    ],
);

pub const PROMISE: EntityWords = entity(
    "Promise",
    "promise",
    &[("subject", "subject"), ("value", "what is promised"), ("due_within", "due within")],
);

pub const LIVED_STANDARD: EntityWords =
    entity("LivedStandard", "standard lived here", &[("subject", "subject"), ("value", "value")]);

pub const COMMENT: EntityWords = entity(
    "Comment",
    "comment",
    &[("author", "author"), ("date", "date"), ("text", "text"), ("settled", "settled")],
);

pub const STEP: EntityWords =
    entity("Step", "step", &[("link", "link"), ("wait", "wait"), ("card", "handoff card")]);

pub const LINK: EntityWords = entity("Link", "link", &[("label", "label"), ("share", "share")]);

pub const CARD: EntityWords = entity(
    "Card",
    "handoff card",
    &[
        ("answered_by", "who answers for it"),
        ("trigger", "what sets it going"),
        ("passed", "information passed on"),
        ("method", "how it passes"),
        ("target_wait", "longest wait agreed"),
        ("complete_accurate", "complete and accurate"),
        ("acknowledged", "receiver confirms"),
        ("fallback", "what happens when it fails"),
        ("interaction", "how the two work together"),
        ("interaction_until", "collaboration until"),
        ("monthly_volume", "customers a month"),
        ("switch_forced", "change of channel forced"),
        ("comments", "comments"),
        ("from_side", "handing side"),
        ("to_side", "receiving side"),
    ],
);

pub const SIDE: EntityWords = entity(
    "Side",
    "side",
    &[
        ("agrees", "agrees"),
        ("by", "said by"),
        ("date", "date"),
        ("note", "note"),
        ("agreed_to", "what was agreed to"),
    ],
);

pub const UNPLACED_CARD: EntityWords = entity(
    "UnplacedCard",
    "unplaced card",
    &[
        ("from_name", "from"),
        ("to_name", "to"),
        ("from_department", "department that handed on"),
        ("to_department", "department that received"),
        ("card", "handoff card"),
    ],
);
