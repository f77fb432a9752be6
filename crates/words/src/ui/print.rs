//! The print view: the map and the worst handoffs on paper.

/// The view's title.
pub const TITLE: &str = "Print";
/// Prints.
pub const PRINT: &str = "Print or save as PDF";
/// How to get a good page.
pub const HINT: &str =
    "In the print dialog choose landscape. Pages break between touchpoints, never inside one.";
/// What comes onto paper.
pub const PAGES: &str = "What will be printed";
/// The lane of the customer.
pub const CUSTOMER: &str = "Customer";
/// The lane of touchpoints nobody owns.
pub const NO_OWNER: &str = "Owner open";
/// The worst handoffs.
pub const WORST: &str = "The three worst handoffs";
/// What breaks.
pub const BREAKS: &str = "What breaks";
/// What it rests on.
pub const EVIDENCE: &str = "Evidence";
/// Nothing is known of it.
pub const NO_EVIDENCE: &str = "none noted";
/// Customers a month.
pub const CUSTOMERS: &str = "Customers a month";
/// Not known.
pub const UNKNOWN: &str = "not known";
/// No handoff with a risk.
pub const NONE: &str = "No handoff of this journey is flagged.";
/// Connectedness.
pub const CONNECTEDNESS: &str = "Connectedness";
/// Answered checks.
pub const ASSESSED: &str = "Checks answered";
/// The date.
pub const DATE: &str = "Date";
/// The journey is empty.
pub const EMPTY: &str = "There is no touchpoint to print yet.";
/// Satisfaction.
pub const SATISFACTION: &str = "Satisfaction";
/// A handoff that arrives at a card.
pub fn from(department: &str) -> String {
    format!("from {department}")
}
/// The risk of a handoff.
pub fn risk(risk: f64) -> String {
    format!("risk {}", risk.round())
}
/// `Touchpoints 1 to 7 of 20`.
pub fn page(first: usize, last: usize, all: usize) -> String {
    format!("Touchpoints {first} to {last} of {all}")
}
