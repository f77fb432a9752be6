//! The samples: workspaces written to be read, each with breaks to find. What they are called is said in words.
//!
//! The offices, permits and durations of `restaurant-permits` follow the step lists of
//! permitting-licensing-journey-viz by saz33m1 (MIT); its sentences are our own.

/// The names of the samples' files, without the ending, in the order in which they are offered.
pub const SAMPLES: &[&str] = &["insurance-claim", "b2b-onboarding", "restaurant-permits"];

/// Where the page finds the file of a sample, from its own address.
pub fn address(name: &str) -> String {
    format!("samples/{name}.crosslane.json")
}

/// The file of the sample with this place in the list, in canonical form. The page fetches it in place of holding it.
pub fn text(at: usize) -> Option<&'static str> {
    match at {
        0 => Some(include_str!("../samples/insurance-claim.crosslane.json")),
        1 => Some(include_str!("../samples/b2b-onboarding.crosslane.json")),
        2 => Some(include_str!("../samples/restaurant-permits.crosslane.json")),
        _ => None,
    }
}
