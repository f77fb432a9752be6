//! What the hand found, told so that it can be met again.

use std::fmt;

/// What must never happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is, in a sentence.
    pub what: String,
    /// The seed of the round.
    pub seed: u64,
    /// How many actions of the round had been done.
    pub after: usize,
    /// The last actions and what they met, the latest last.
    pub trail: Vec<String>,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "Seed {}, after {} actions: {}", self.seed, self.after, self.what)?;
        self.trail.iter().try_for_each(|done| writeln!(f, "    {done}"))
    }
}
