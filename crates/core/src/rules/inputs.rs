//! What rules read, so that after an edit only those that read what changed are asked again.

/// Declares the inputs, each a bit.
macro_rules! inputs {
    ($($(#[$about:meta])+ $input:ident,)+) => {
        /// Something rules read. What a rule reads of the flow (touchpoints and their order, steps,
        /// owners) is no input: where the flow changes every rule is asked again.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Input {
            $($(#[$about])+ $input,)+
        }

        impl Input {
            /// Every input.
            pub const ALL: &[Self] = &[$(Self::$input,)+];
        }
    };
}

inputs! {
    /// A touchpoint's stage.
    Stage,
    /// Who makes a touchpoint happen.
    StartedBy,
    /// A touchpoint's channel.
    Channel,
    /// The systems used at a touchpoint.
    Systems,
    /// The satisfaction at a touchpoint.
    Satisfaction,
    /// A touchpoint's importance, and whether it is a moment of truth.
    Importance,
    /// How long a touchpoint takes.
    Duration,
    /// Information asked from the customer.
    Asked,
    /// Information needed.
    Needed,
    /// Information produced.
    Produced,
    /// Promises made.
    Promises,
    /// Promises kept.
    Fulfils,
    /// Standards as they are lived.
    Standards,
    /// What a description rests on, and when it was looked at.
    Evidence,
    /// Customers a month: of touchpoints and cards, and the shares of links.
    Volume,
    /// Other departments that claim a touchpoint.
    ClaimedBy,
    /// The department the customer believes it is dealing with.
    PerceivedOwner,
    /// Who is responsible, consulted or informed beside the owner.
    Told,
    /// The waits of steps.
    Wait,
    /// Whether a handoff card is described.
    Described,
    /// Who answers for a handoff.
    AnsweredBy,
    /// What sets the next touchpoint going.
    Trigger,
    /// Information passed on.
    Passed,
    /// How a handoff passes.
    Method,
    /// The longest wait agreed.
    TargetWait,
    /// How many arrive complete and accurate.
    CompleteAccurate,
    /// Whether the receiver acknowledges.
    Acknowledged,
    /// What happens when a handoff fails.
    Fallback,
    /// How the two departments work together.
    Interaction,
    /// Whether a change of channel is forced.
    SwitchForced,
    /// What the two sides of a card say, and anything they agree to.
    Sides,
    /// The satisfaction with the journey.
    JourneySatisfaction,
    /// The names of phases.
    PhaseNames,
    /// Whether a register is empty.
    EmptyRegister,
    /// Whether asking for an item again is deliberate.
    IdentityCheck,
    /// Who decides on a system, and who has access to it.
    Access,
    /// The systems a system exchanges data with.
    Connections,
    /// The units of subjects.
    Units,
    /// The register of standards.
    AgreedStandards,
    /// The labels of terms.
    Labels,
    /// What departments are steered by.
    Steered,
    /// Which measures oppose each other.
    Opposes,
    /// The journeys goals are for, and who contributes.
    Goals,
    /// Whether a department takes part in the mapping.
    TakesPart,
    /// The flags initiatives address, and the departments that carry them.
    Initiatives,
    /// The flags decisions address.
    Decisions,
    /// The journey and the touchpoints that a future one is based on.
    BasedOn,
    /// Accepted flags.
    Waivers,
    /// The thresholds.
    Thresholds,
    /// The day.
    Today,
    /// The touchpoints and their order, the steps, the owners.
    Flow,
}

/// A set of inputs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inputs(u64);

impl Inputs {
    /// These inputs.
    pub const fn of(inputs: &[Input]) -> Self {
        let mut bits = 0;
        let mut at = 0;
        while at < inputs.len() {
            bits |= 1 << inputs[at] as u64;
            at += 1;
        }
        Self(bits)
    }

    /// Adds an input where it changed.
    pub fn add_if(&mut self, changed: bool, input: Input) {
        if changed {
            self.0 |= 1 << input as u64;
        }
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether any of the others is among them.
    pub fn meets(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether this one is among them.
    pub fn has(self, input: Input) -> bool {
        self.meets(Self::of(&[input]))
    }

    /// All of both.
    #[must_use]
    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}
