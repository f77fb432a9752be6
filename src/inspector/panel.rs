//! What the inspector remembers: which groups are open, whether it is folded away, who is commenting.

use crate::app::{author, remember_author};
use crate::reactive::prelude::*;
use crate::ui::remember::{keep, recall};

const OPEN_GROUPS: &str = "crosslane-inspector-groups";
const FOLDED: &str = "crosslane-inspector-folded";

/// The groups that are open until somebody closes them.
const OPEN_AT_FIRST: &str = "flags questions happens experience agreed facts terms comments";
/// Below this width of the window, in pixels, the inspector begins folded.
const NARROW: f64 = 1000.0;

/// Whether this browser remembers that the facts of the journey were folded away.
pub fn recalls_folded() -> bool {
    recall(FOLDED) == "yes"
}

/// Remembers it.
pub fn remember_folded(folded: bool) {
    keep(FOLDED, if folded { "yes" } else { "no" });
}

/// The session of the inspector. `Copy`: pass it anywhere.
#[derive(Clone, Copy)]
pub struct Panel {
    /// The facts of the journey are folded away.
    pub folded: RwSignal<bool>,
    /// Who is commenting, as last typed in this browser.
    pub author: RwSignal<String>,
    open_groups: RwSignal<String>,
}

impl Panel {
    /// Takes up what this browser remembers.
    pub fn new() -> Self {
        let groups = recall(OPEN_GROUPS);
        let narrow =
            window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default() < NARROW;
        Self {
            folded: RwSignal::new(narrow || recalls_folded()),
            author: RwSignal::new(author()),
            open_groups: RwSignal::new(if groups.is_empty() { OPEN_AT_FIRST.to_owned() } else { groups }),
        }
    }

    /// Folds the facts of the journey away, or shows them.
    pub fn fold(self, folded: bool) {
        self.folded.set(folded);
        remember_folded(folded);
    }

    /// Whether a group is open. Reactive.
    pub fn is_open(self, group: &str) -> bool {
        self.open_groups.with(|groups| groups.split(' ').any(|open| open == group))
    }

    /// Opens or closes a group.
    pub fn set_open(self, group: &str, open: bool) {
        let mut groups: Vec<String> = self.open_groups.with_untracked(|groups| {
            groups.split(' ').filter(|other| *other != group).map(str::to_owned).collect()
        });
        if open {
            groups.push(group.to_owned());
        }
        // Never empty: an empty text is a browser that remembers nothing.
        let groups = if groups.is_empty() { "-".to_owned() } else { groups.join(" ") };
        if self.open_groups.with_untracked(|before| *before != groups) {
            keep(OPEN_GROUPS, &groups);
            self.open_groups.set(groups);
        }
    }

    /// Keeps the name of who is commenting.
    pub fn set_author(self, author: String) {
        remember_author(&author);
        self.author.set(author);
    }
}
