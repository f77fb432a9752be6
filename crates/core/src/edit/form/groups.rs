//! Which fields stand together on a screen.

/// A group of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// What happens, and where in the organisation.
    Happens,
    /// Who does what beside the owner.
    Who,
    /// How the customer feels about it.
    Experience,
    /// Information asked, needed, produced.
    Information,
    /// Promises and standards.
    Promises,
    /// Systems and time.
    Systems,
    /// What the description rests on.
    Evidence,
    /// How many, labels, notes.
    Notes,
    /// What was agreed about a handoff.
    Agreed,
    /// How well a handoff works.
    Working,
    /// The facts of a journey.
    Facts,
}

impl Group {
    /// Its stable name: what a browser remembers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Happens => "happens",
            Self::Who => "who",
            Self::Experience => "experience",
            Self::Information => "information",
            Self::Promises => "promises",
            Self::Systems => "systems",
            Self::Evidence => "evidence",
            Self::Notes => "notes",
            Self::Agreed => "agreed",
            Self::Working => "working",
            Self::Facts => "facts",
        }
    }
}

/// Groups in the order of the screen, each with its fields in order.
pub type Groups = &'static [(Group, &'static [&'static str])];

/// The fields of a touchpoint; its name stands above them.
pub const TOUCHPOINT_GROUPS: Groups = &[
    (Group::Happens, &["action", "owner", "stage", "started_by", "channel", "ends"]),
    (Group::Experience, &["satisfaction", "importance", "moment_of_truth", "pain_points", "ideas", "quotes"]),
    (Group::Information, &["asked", "needed", "produced"]),
    (Group::Systems, &["systems", "duration"]),
    (Group::Who, &["performed_by", "responsible", "consulted", "informed", "claimed_by", "perceived_owner"]),
    (Group::Promises, &["promises", "fulfils", "standards"]),
    (
        Group::Evidence,
        &[
            "evidence",
            "reviewed_on",
            "evidence_link",
            "satisfaction_source",
            "satisfaction_kind",
            "satisfaction_answers",
            "satisfaction_date",
        ],
    ),
    (Group::Notes, &["monthly_volume", "tags", "based_on", "notes"]),
];

/// The fields of a handoff card.
pub const CARD_GROUPS: Groups = &[
    (
        Group::Agreed,
        &["answered_by", "trigger", "passed", "method", "target_wait", "acknowledged", "fallback"],
    ),
    (
        Group::Working,
        &["complete_accurate", "monthly_volume", "switch_forced", "interaction", "interaction_until"],
    ),
];

/// The fields of a journey; its title stands above them.
pub const JOURNEY_GROUPS: Groups =
    &[(Group::Facts, &["state", "based_on", "persona", "scenario", "owner", "satisfaction", "notes"])];
