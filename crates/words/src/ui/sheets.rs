//! Workbooks of Excel.

/// It is none.
pub const NOT_WORKBOOK: &str = "This is not an Excel workbook (.xlsx), or it is damaged or locked with a password. Save it anew in Excel, or as CSV.";
/// It has too much.
pub const TOO_LARGE: &str = "This workbook has more than a step table can have. Keep only the sheet with the touchpoints, or save that as CSV.";
/// Its first sheet has no cells.
pub const EMPTY: &str = "The first sheet of this workbook is empty. Put the touchpoints on the first sheet.";
/// What reads workbooks did not arrive.
pub const MISSING: &str = "The part of Crosslane that reads and writes workbooks did not arrive. Check your connection and try again, or use CSV.";
/// What reads workbooks stopped.
pub const STOPPED: &str = "This workbook could not be read: something in it is broken. Nothing here was changed. Save it as CSV in Excel and open that.";
