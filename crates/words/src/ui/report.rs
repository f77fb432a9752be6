//! The report, and every page that goes onto paper.

/// The view's title.
pub const TITLE: &str = "Report";
/// Prints.
pub const PRINT: &str = "Print or save as PDF";
/// Downloads the page as text.
pub const MARKDOWN: &str = "Download as Markdown";
/// How to get a good page.
pub const HINT: &str =
    "In the print dialog choose landscape. Pages break between touchpoints, never inside one.";
/// What comes onto paper.
pub const PAGES: &str = "What will be printed";
/// The lane of the customer.
pub const CUSTOMER: &str = "Customer";
/// The lane of touchpoints nobody owns.
pub const NO_OWNER: &str = "Owner open";
/// The journey is empty.
pub const EMPTY: &str = "There is no touchpoint to print yet.";
/// What was asked for is gone.
pub const GONE: &str = "What was shown here is not in the workspace any more.";
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
