//! English words of the pages to read and print.

/// The page of a department.
pub mod department {
    /// Who leads it.
    pub const LEAD: &str = "Lead";
    /// What it owns.
    pub const OWNS: &str = "Owns";
    /// Whether it is at the table.
    pub const TAKES_PART: &str = "Takes part in this mapping";
    /// It owns nothing.
    pub const NOTHING: &str = "no touchpoint";
    /// Whom it meets.
    pub const MEETS: &str = "Works with";
    /// What it receives.
    pub const RECEIVES: &str = "What it receives";
    /// It receives nothing.
    pub const RECEIVES_NOTHING: &str = "Nobody hands over to it.";
    /// What it hands on.
    pub const HANDS_ON: &str = "What it hands on";
    /// It hands on nothing.
    pub const HANDS_ON_NOTHING: &str = "It hands over to nobody.";
    /// What it asks for.
    pub const ASKS: &str = "What it asks the customer";
    /// It asks nothing, as far as is known.
    pub const ASKS_NOTHING: &str = "Nothing is known that it asks the customer.";
    /// Asked twice.
    pub const AGAIN: &str = "The customer has told it before. ";
    /// What it lacks.
    pub const NEVER_GETS: &str = "What it needs and never gets";
    /// It lacks nothing, as far as is known.
    pub const LACKS_NOTHING: &str = "Nothing is known that does not reach it.";
    /// Its promises.
    pub const MAKES: &str = "What it promises";
    /// No promise.
    pub const MAKES_NONE: &str = "No promise of its is noted.";
    /// The promises of others.
    pub const KEEPS: &str = "What others promise and it keeps";
    /// A promise nobody keeps.
    pub const NOBODY_KEEPS: &str = "nobody keeps it";
    /// Who keeps a promise.
    pub const KEPT_BY: &str = "kept by ";
    /// Who made a promise.
    pub const PROMISED_BY: &str = "promised by ";
    /// Where something happens.
    pub const AT: &str = " at ";
    /// When a promise is due.
    pub const WITHIN: &str = "within ";
    /// Its part in goals.
    pub const PART: &str = "Your part";
    /// No goal.
    pub const NO_PART: &str = "It has no part in a goal yet.";
    /// It contributes, and nobody has said how.
    pub const PART_NOT_SAID: &str = "what it does for it is not written down yet";
    /// Flags that are not at a handoff.
    pub const FLAGS: &str = "Flags in its own work";
    /// None.
    pub const NO_FLAGS: &str = "None.";
    /// What it can answer.
    pub const QUESTIONS: &str = "Open questions";
    /// None.
    pub const NO_QUESTIONS: &str = "None: everything that is asked of it is answered.";
}

/// The page of two departments.
pub mod pair {
    /// Between two names.
    pub const AND: &str = " and ";
    /// What to talk about.
    pub const AGENDA: &str = "Agenda";
    /// Nothing to talk about.
    pub const NO_AGENDA: &str = "Nothing is open between the two.";
    /// What stands between them.
    pub const BETWEEN: &str = "What stands between them";
    /// Nothing passes.
    pub const NO_HANDOFF: &str = "No handoff in this direction.";
    /// Handoffs there and back.
    pub const HANDOFFS: &str = "Handoffs";
    /// The highest risk.
    pub const WORST: &str = "Highest risk";
    /// Customers.
    pub const CUSTOMERS: &str = "Customers a month";
    /// Not known.
    pub const UNKNOWN: &str = "not known";
    /// Goals both contribute to.
    pub const GOALS: &str = "Goals they share";
    /// No goal.
    pub const NO_GOAL: &str = "None.";
    /// A dispute.
    pub const DISPUTE: &str = "Settle what both sides agree to: ";
    /// A break.
    pub const BREAK: &str = "Mend ";
    /// Nothing is written down.
    pub const UNDESCRIBED: &str = "Write down how this works: ";
    /// Not agreed.
    pub const NOT_AGREED: &str = "Agree on the card: ";
    /// A comment.
    pub const COMMENT: &str = "Answer a comment on ";
    /// A question.
    pub const QUESTION: &str = "Find out: ";
    /// Somebody without a name.
    pub const SOMEBODY: &str = "Somebody";
    /// Nothing is.
    pub const NO_CARD: &str = "Nobody has described this handoff yet.";
    /// A side agrees.
    pub const AGREES: &str = "agrees";
    /// A side disagrees.
    pub const DISAGREES: &str = "does not agree";
    /// A side has agreed to what has changed since.
    pub const LAPSED: &str = "agreed to what has changed since";
    /// A side has not said.
    pub const SILENT: &str = "has not said whether it agrees";
}

/// The report.
pub mod report {
    /// Its heading.
    pub const TITLE: &str = "Report";
    /// How connected.
    pub const CONNECTED: &str = "How connected";
    /// No value.
    pub const NO_VALUE: &str = "– (too little is known to say)";
    /// Of a hundred.
    pub const OF_100: &str = " of 100";
    /// Answered checks.
    pub const ASSESSED: &str = "Checks answered";
    /// The worst handoffs.
    pub const WORST: &str = "The three worst handoffs";
    /// None.
    pub const NO_WORST: &str = "No handoff is flagged.";
    /// How it went since.
    pub const TREND: &str = "Is it getting better?";
    /// Nothing to compare with.
    pub const NO_TREND: &str = "There are no earlier scores to compare with. Keep today's under Progress.";
    /// Mapping more can lower a score.
    pub const HONEST: &str = "More of the journey may have been described since: a lower score can mean that more is known, not that it got worse.";
    /// What was decided.
    pub const DECIDED: &str = "What is decided and under way";
    /// Nothing yet.
    pub const NOTHING_DECIDED: &str = "Nothing yet.";
    /// What worked.
    pub const STORIES: &str = "What worked";
    /// A decision.
    pub const DECISION: &str = "Decision";
    /// An initiative.
    pub const INITIATIVE: &str = "Initiative";
    /// Due.
    pub const DUE: &str = "due ";
    /// Led by.
    pub const LED_BY: &str = "led by ";
    /// The ranked list.
    pub const RANKED: &str = "Handoffs by risk";
    /// No handoff.
    pub const NO_HANDOFF: &str = "No handoff yet.";
    /// What to talk about.
    pub const AGENDA: &str = "To settle";
    /// Nothing.
    pub const NO_AGENDA: &str = "Nothing is open.";
    /// Questions.
    pub const QUESTIONS: &str = "Open questions";
    /// None.
    pub const NO_QUESTIONS: &str = "None.";
    /// The journey.
    pub const JOURNEY: &str = "Journey";
    /// The heads of the tables.
    pub const HANDOFF: &str = "Handoff";
    /// From whom to whom.
    pub const BETWEEN: &str = "From → to";
    /// The risk.
    pub const RISK: &str = "Risk";
    /// What it could be.
    pub const AT_WORST: &str = "At worst";
    /// What breaks.
    pub const BREAKS: &str = "What breaks";
    /// The worst handoff.
    pub const WORST_ONE: &str = "Worst handoff";
    /// None.
    pub const NONE: &str = "none";
    /// A phase.
    pub const PHASE: &str = "Phase";
    /// Touchpoints.
    pub const TOUCHPOINTS: &str = "Touchpoints";
    /// Nobody owns it.
    pub const NO_OWNER: &str = "owner open";
    /// Open breaks.
    pub const OPEN_BREAKS: &str = "Open errors";
    /// Since when.
    pub const SINCE: &str = "Since ";
    /// The date.
    pub const DATE: &str = "Date";
}

/// And so many more.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}
