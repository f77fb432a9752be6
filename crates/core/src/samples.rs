//! The samples: workspaces written to be read, each with breaks to find.

/// A workspace to learn from.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The name of its file, without the ending.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// What it tells, in a sentence.
    pub about: &'static str,
}

/// Every sample, in the order in which they are offered.
pub const SAMPLES: &[Sample] = &[
    Sample {
        id: "insurance-claim",
        title: "An insurance claim",
        about: "A storm opens a roof, six departments each do their part, and Ines Calder falls between them.",
    },
    Sample {
        id: "b2b-onboarding",
        title: "A B2B onboarding",
        about: "Everybody loves the demo; then the first bill comes before anything works.",
    },
];

/// The file of the sample with this place in the list, in canonical form. Apart from the list, so that the list can be
/// shown without the files.
pub fn text(at: usize) -> Option<&'static str> {
    match at {
        0 => Some(include_str!("../samples/insurance-claim.crosslane.json")),
        1 => Some(include_str!("../samples/b2b-onboarding.crosslane.json")),
        _ => None,
    }
}
