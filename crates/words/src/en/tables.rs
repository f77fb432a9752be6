//! Step tables: why one was refused, and what is to be known about one that was read.

/// Before the number of a row.
pub const ROW: &str = "Row";
/// No cell holds anything.
pub const EMPTY: &str =
    "There is nothing in it. Copy the cells with their headers, or save the sheet as CSV.";
/// A workbook.
pub const WORKBOOK: &str = "This is a workbook. In Excel, choose Save as and the type CSV UTF-8, or copy the cells and paste them here.";
/// A compressed file.
pub const COMPRESSED: &str = "This file is compressed. Unpack it and open what is in it.";
/// A picture.
pub const PICTURE: &str =
    "This is a picture or a PDF. Crosslane opens its own files, CSV tables and Mermaid journeys.";
/// Too large.
pub const TOO_LARGE: &str = "The table is too large. Split it and open the parts one by one.";
/// Too many rows.
pub const TOO_MANY_ROWS: &str = "The table has too many rows. At most:";
/// Too many columns.
pub const TOO_MANY_COLUMNS: &str = "too many columns. At most:";
/// A name that is too long.
pub const NAME_TOO_LONG: &str = "a name, or the header of the column, has too many characters. Shorten it, or call the column “Notes”. At most:";
/// No touchpoints.
pub const NO_TOUCHPOINTS: &str =
    "No column holds the touchpoints. Name one column “Touchpoint”, “Step” or “Activity” and try again.";
/// No headers.
pub const NO_HEADERS: &str = "No row names the columns; they were taken by what is in them.";
/// Text above the headers.
pub const ABOVE_HEADERS: &str = "stands above the headers and is left out.";
/// A header that means nothing here.
pub const HEADER_NOT_UNDERSTOOD: &str = "is no column known here; its cells are in the notes.";
/// A column twice.
pub const COLUMN_TWICE: &str = "is there twice; the cells of the second are in the notes.";
/// Another scale.
pub const OTHER_SCALE: &str =
    "is on another scale than 1 to 5, or in another time than a month; its cells are in the notes.";
/// Row numbers.
pub const ROW_NUMBERS: &str = "numbers the rows and is left out; the order of the rows counts.";
/// Characters that cannot be read.
pub const UNREADABLE_CHARACTERS: &str =
    "Some characters could not be read. Save the file as CSV UTF-8 to keep them.";
/// A cell that cannot be read.
pub const UNREADABLE: &str = "could not be read and is in the notes.";
/// Several values.
pub const SEVERAL: &str = "has several values; the first counts, the others are in the notes.";
/// Several owners.
pub const SEVERAL_OWNERS: &str = "has several owners; the first owns the touchpoint, the others help.";
/// Minutes.
pub const ASSUMED_MINUTES: &str = "Times without a unit were taken as minutes.";
/// Business days.
pub const BUSINESS_DAYS: &str = "Business days were taken as a range of days.";
/// Continued.
pub const CONTINUED: &str = "has no touchpoint; its cells were added to the row above.";
/// No name.
pub const NO_NAME: &str = "has a touchpoint without a name.";
/// An identifier that cannot be used.
pub const ID_NOT_USED: &str = "cannot be used as an Id: it stands twice, is only a number, or holds other signs than letters, digits, - and _. It is in the notes.";
/// A persona or goal that differs.
pub const DIFFERS_FROM_ABOVE: &str = "differs from the rows above and is in the notes.";
/// No next step.
pub const NO_NEXT_STEP: &str = "is about a next step, but none follows. It is in the notes.";
/// Several next steps.
pub const SEVERAL_NEXT_STEPS: &str = "is about the next step, but several follow. It is in the notes.";
/// No handoff.
pub const NO_HANDOFF: &str = "is about a handoff, but none follows. It is in the notes.";
