//! Blanks: fields nobody has filled yet and that leave a check open.

use crate::model::{Id, StepKey};

/// What a blank belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlankPlace {
    /// A register of the workspace that is empty.
    Workspace,
    /// The journey.
    Journey,
    /// A touchpoint.
    Touchpoint(Id),
    /// A promise made at a touchpoint.
    Promise {
        /// The touchpoint.
        touchpoint: Id,
        /// The promise.
        promise: Id,
    },
    /// A standard as it is lived at a touchpoint.
    LivedStandard {
        /// The touchpoint.
        touchpoint: Id,
        /// The standard as it is lived there.
        standard: Id,
    },
    /// A step or handoff.
    Step(StepKey),
    /// A department.
    Department(Id),
    /// A measure a department is steered by.
    SteeredMeasure {
        /// The department.
        department: Id,
        /// The measure.
        measure: Id,
    },
    /// A system.
    System(Id),
    /// An information item.
    Item(Id),
    /// A standard.
    Standard(Id),
    /// A measure.
    Measure(Id),
    /// A goal.
    Goal(Id),
    /// An initiative.
    Initiative(Id),
    /// A department in a system.
    SystemAccess {
        /// The system.
        system: Id,
        /// The department.
        department: Id,
    },
    /// A department's label for a term.
    TermLabel {
        /// The term.
        term: Id,
        /// The department.
        department: Id,
    },
}

impl BlankPlace {
    /// Whether it is in a register, which all journeys share.
    pub fn is_shared(self) -> bool {
        !matches!(
            self,
            Self::Journey
                | Self::Touchpoint(_)
                | Self::Promise { .. }
                | Self::LivedStandard { .. }
                | Self::Step(_)
        )
    }
}

/// A place as stable text, such as `touchpoint:a`.
pub fn blank_place_text(place: BlankPlace) -> String {
    match place {
        BlankPlace::Workspace => "workspace".to_owned(),
        BlankPlace::Journey => "journey".to_owned(),
        BlankPlace::Touchpoint(id) => format!("touchpoint:{id}"),
        BlankPlace::Promise { touchpoint, promise } => format!("promise:{touchpoint}/{promise}"),
        BlankPlace::LivedStandard { touchpoint, standard } => format!("lived:{touchpoint}/{standard}"),
        BlankPlace::Step(key) => format!("step:{key:?}"),
        BlankPlace::Department(id) => format!("department:{id}"),
        BlankPlace::SteeredMeasure { department, measure } => format!("steered:{department}/{measure}"),
        BlankPlace::System(id) => format!("system:{id}"),
        BlankPlace::Item(id) => format!("item:{id}"),
        BlankPlace::Standard(id) => format!("standard:{id}"),
        BlankPlace::Measure(id) => format!("measure:{id}"),
        BlankPlace::Goal(id) => format!("goal:{id}"),
        BlankPlace::Initiative(id) => format!("initiative:{id}"),
        BlankPlace::SystemAccess { system, department } => format!("access:{system}/{department}"),
        BlankPlace::TermLabel { term, department } => format!("label:{term}/{department}"),
    }
}

/// Declares the fields with their names in the file.
macro_rules! blank_fields {
    ($($(#[$about:meta])+ $field:ident = $word:literal,)+) => {
        /// The field a blank is in.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum BlankField {
            $($(#[$about])+ $field,)+
        }

        impl BlankField {
            /// The field's name in the file; the register's name, or `card`, where all of it is empty.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$field => $word,)+
                }
            }
        }
    };
}

blank_fields! {
    /// The register of information items.
    Items = "items",
    /// The register of subjects.
    Subjects = "subjects",
    /// The register of terms.
    Terms = "terms",
    /// The register of measures, or what a department is steered by.
    Measures = "measures",
    /// The register of goals.
    Goals = "goals",
    /// A touchpoint's owner.
    Owner = "owner",
    /// A touchpoint's stage.
    Stage = "stage",
    /// The satisfaction at a touchpoint, or with a journey.
    Satisfaction = "satisfaction",
    /// How much a touchpoint matters.
    Importance = "importance",
    /// Whether a touchpoint decides what the customer thinks of the whole.
    MomentOfTruth = "moment_of_truth",
    /// Who makes a touchpoint happen.
    StartedBy = "started_by",
    /// How long a touchpoint takes.
    Duration = "duration",
    /// A touchpoint's channel.
    Channel = "channel",
    /// Information asked from the customer.
    Asked = "asked",
    /// Information needed.
    Needed = "needed",
    /// Information that comes into being.
    Produced = "produced",
    /// The systems used.
    Systems = "systems",
    /// Other departments that claim it.
    ClaimedBy = "claimed_by",
    /// The department the customer believes it is dealing with.
    PerceivedOwner = "perceived_owner",
    /// Departments that do the work beside the owner.
    Responsible = "responsible",
    /// Departments that are asked.
    Consulted = "consulted",
    /// Departments that are told.
    Informed = "informed",
    /// Promises made to the customer.
    Promises = "promises",
    /// Promises kept.
    Fulfils = "fulfils",
    /// Standards as they are lived.
    Standards = "standards",
    /// What a description rests on.
    Evidence = "evidence",
    /// When the evidence was last looked at.
    ReviewedOn = "reviewed_on",
    /// What a promise, or a standard lived, is about.
    Subject = "subject",
    /// The value of a promise, of a standard, or of a standard as it is lived.
    Value = "value",
    /// How soon a promise is due.
    DueWithin = "due_within",
    /// What a department may do in a system.
    Access = "access",
    /// The department that decides on a system.
    DecidedBy = "decided_by",
    /// The systems a system exchanges data with.
    ConnectedTo = "connected_to",
    /// Whether a department takes part in the mapping.
    TakesPart = "takes_part",
    /// The direction in which a department is asked to move a measure.
    Direction = "direction",
    /// The measures that get worse when one gets better.
    Opposes = "opposes",
    /// What each department does for a goal.
    Contributions = "contributions",
    /// The journeys a goal is for.
    Journeys = "journeys",
    /// What a department calls a concept.
    Label = "label",
    /// The departments that carry an initiative.
    Departments = "departments",
    /// The wait of a step.
    Wait = "wait",
    /// The handoff card as a whole: nothing on it is filled.
    Card = "card",
    /// Who answers for the handoff.
    AnsweredBy = "answered_by",
    /// What sets the next touchpoint going.
    Trigger = "trigger",
    /// Information passed on.
    Passed = "passed",
    /// How it passes.
    Method = "method",
    /// Whether the receiver acknowledges.
    Acknowledged = "acknowledged",
    /// What happens when it fails.
    Fallback = "fallback",
    /// How the two work together.
    Interaction = "interaction",
    /// Whether a change of channel is forced.
    SwitchForced = "switch_forced",
    /// The longest wait agreed.
    TargetWait = "target_wait",
    /// How many arrive complete and accurate.
    CompleteAccurate = "complete_accurate",
    /// Customers a month.
    MonthlyVolume = "monthly_volume",
    /// Whether the side that hands on agrees to the card.
    FromAgrees = "from_side",
    /// Whether the side that receives agrees to the card.
    ToAgrees = "to_side",
    /// Whether asking for an item again is deliberate.
    IdentityCheck = "identity_check",
}

/// Of many blanks that could decide one check, this many are named.
pub const MOST_BLANKS: usize = 6;

/// A field nobody has filled yet and that could decide a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Blank {
    /// What it belongs to.
    pub place: BlankPlace,
    /// The field.
    pub field: BlankField,
}

impl Blank {
    /// The field of something.
    pub fn new(place: BlankPlace, field: BlankField) -> Self {
        Self { place, field }
    }

    /// A field of a touchpoint.
    pub fn at(touchpoint: Id, field: BlankField) -> Self {
        Self::new(BlankPlace::Touchpoint(touchpoint), field)
    }

    /// A register that is empty.
    pub fn register(field: BlankField) -> Self {
        Self::new(BlankPlace::Workspace, field)
    }
}

/// Blanks in the order in which they are found, each once, and not too many of them.
#[derive(Clone, Debug, Default)]
pub struct Missing(Vec<Blank>);

impl Missing {
    /// Whether no further blank would be named.
    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST_BLANKS
    }

    /// Whether nothing is blank.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a blank.
    pub fn add(&mut self, blank: Blank) {
        if !self.is_full() && !self.0.contains(&blank) {
            self.0.push(blank);
        }
    }

    /// Adds a blank where the field is one.
    pub fn add_if(&mut self, is_blank: bool, place: BlankPlace, field: BlankField) {
        if is_blank {
            self.add(Blank::new(place, field));
        }
    }

    /// The blanks.
    pub fn into_blanks(self) -> Vec<Blank> {
        self.0
    }
}
