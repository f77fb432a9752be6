//! The domain of Crosslane: journeys, departments, handoffs, rules.
