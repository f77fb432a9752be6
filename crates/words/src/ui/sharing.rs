//! Exporting files and sharing links.

use crate::values;

/// The dialog of files, and what opens it.
pub const EXPORT: &str = "Export";
/// The dialog of the link, and what opens it.
pub const LINK: &str = "Share as a link";

/// How much goes out.
pub const EXTENT: &str = "How much";
/// Everything.
pub const WORKSPACE: &str = "Whole workspace";
/// One journey, with the entries it uses.
pub const JOURNEY: &str = "This journey";
/// A format that holds one journey.
pub const ONE_JOURNEY: &str = "This format holds one journey: the one you see.";

/// What stays in the house.
pub const LEAVE_OUT: &str = "Leave out";
/// Notes.
pub const NOTES: &str = "Notes";
/// What customers said.
pub const QUOTES: &str = "Quotes of customers";
/// Comments.
pub const COMMENTS: &str = "Comments";
/// Names of people.
pub const PEOPLE: &str = "Names of people";
/// Texts name people all the same.
pub const STILL_NAMED: &str = "Somebody is still named in a text. Look there before you send it:";

/// The choice of a file.
pub const FILES: &str = "File";
/// What a file cannot hold.
pub const NOT_HELD: &str = "This file leaves out:";
/// It holds everything.
pub const ALL_HELD: &str = "This file holds everything you chose. Opened in Crosslane, it is the same again.";
/// It cannot be opened here again.
pub const ONE_WAY: &str = "For other programs only: Crosslane cannot open this file again.";
/// What is printed.
pub const PRINTED: &str = "Prints the report as it is, with nothing left out. In the print dialog, choose “Save as PDF”. To leave something out, save the web page and print that.";
/// There is no journey.
pub const NO_JOURNEY: &str = "There is no journey to write. Add one first.";
/// The picture could not be drawn.
pub const NO_PICTURE: &str =
    "The browser could not draw a picture this large. Save the SVG instead: it holds the same.";
/// Saves the file.
pub const SAVE: &str = "Save the file";
/// Prints.
pub const PRINT: &str = "Print";

/// Groups of files.
pub mod group {
    /// To go on with.
    pub const WORK: &str = "To go on working";
    /// To be looked at.
    pub const SHOW: &str = "To show";
    /// For spreadsheets.
    pub const TABLES: &str = "For spreadsheets and trackers";
    /// For programs that draw.
    pub const DRAW: &str = "For diagram programs";
}

/// Names of files, each with what it is for.
pub mod file {
    /// Crosslane's own.
    pub const CROSSLANE: (&str, &str) =
        ("Crosslane file", "Everything. Open it here again, mail it, merge it.");
    /// A page.
    pub const HTML: (&str, &str) =
        ("Web page", "Report, maps and flags in one file, readable offline, without Crosslane.");
    /// A picture that grows.
    pub const SVG: (&str, &str) = ("Picture, SVG", "The map, sharp at any size, with real text.");
    /// A picture for slides.
    pub const PNG: (&str, &str) = ("Picture, PNG", "The map for slides and chats, at double size.");
    /// Paper.
    pub const PDF: (&str, &str) = ("PDF or paper", "The report, printed by your browser.");
    /// A table.
    pub const CSV: (&str, &str) = ("Step table, CSV", "A row per touchpoint, for any spreadsheet.");
    /// A workbook.
    pub const XLSX: (&str, &str) = ("Step table, Excel", "The same as a workbook (.xlsx).");
    /// A list for a tracker.
    pub const ISSUES: (&str, &str) =
        ("Issue list, CSV", "Flags and initiatives, for Jira, GitLab and other trackers.");
    /// A diagram as text.
    pub const MERMAID: (&str, &str) = ("Mermaid journey", "A diagram as text, for wikis and Markdown.");
    /// Visio.
    pub const VISIO: (&str, &str) = ("Visio table, CSV", "For Visio’s Data Visualizer: a swimlane diagram.");
    /// draw.io.
    pub const DRAWIO: (&str, &str) = ("draw.io, CSV", "Insert it there with Arrange, Insert, Advanced, CSV.");
    /// JSON Canvas.
    pub const CANVAS: (&str, &str) = ("JSON Canvas", "For Obsidian and other canvases.");
    /// CJML.
    pub const CJML: (&str, &str) = ("CJML", "The Customer Journey Modelling Language, version 2.");
}

/// The dialog of the link.
pub mod link {
    use super::values;

    /// What a link is.
    pub const ABOUT: &str = "The link holds the work itself: no server keeps or sees it. Who opens it sees a copy; what you change later is not in it.";
    /// The field.
    pub const ADDRESS: &str = "Link";
    /// Copies it.
    pub const COPY: &str = "Copy the link";
    /// It is copied.
    pub const COPIED: &str = "Link copied.";
    /// It could not be copied.
    pub const NOT_COPIED: &str = "The browser does not let the page copy. The link is marked: press Ctrl+C.";
    /// Writes a file instead.
    pub const FILE: &str = "Save a file instead";
    /// How long it is.
    pub fn length(characters: usize) -> String {
        values::count(characters as u64, "character", "characters")
    }
    /// Too long for mail and chat.
    pub fn too_long(characters: usize, most: usize) -> String {
        format!(
            "The link would have {}. Mail and chat programs cut links of more than {}: send a file instead, or choose less.",
            length(characters),
            values::number(most as u64)
        )
    }

    /// What came by a link, as a title.
    pub const SHARED: &str = "Shared with you";
    /// What can be done with it.
    pub const PREVIEW: &str =
        "A look at what the link holds. Nothing is stored in this browser until you save a copy.";
    /// The picture of the map.
    pub fn map_of(title: &str) -> String {
        format!("Map of {title}")
    }
    /// Takes it in.
    pub const SAVE_COPY: &str = "Save a copy";
}
