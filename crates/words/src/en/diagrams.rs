//! Mermaid diagrams: why one was refused, and what was changed on the way in.

/// Before the number of a line.
pub const LINE: &str = "Line";
/// Nothing but white space.
pub const NO_DIAGRAM: &str = "There is no diagram in it. A journey begins with a line “journey”.";
/// Another kind of diagram.
pub const OTHER_DIAGRAM: &str = "Only journey diagrams can be opened. They begin with the word “journey”, in small letters; this one begins with";
/// Front matter that is not closed.
pub const FRONT_MATTER_FENCE: &str = "the block between --- lines is not closed as it was opened:";
/// Something before the header.
pub const BEFORE_HEADER: &str = "only comments may stand before the word “journey”:";
/// A semicolon.
pub const SEMICOLON: &str = "a semicolon cannot stand in a diagram. Write #59; for it:";
/// A hash in a task.
pub const HASH_IN_TASK_NAME: &str = "# begins a comment and cuts the task. Write #35; for it:";
/// A task without score.
pub const TASK_WITHOUT_SCORE: &str = "a task needs a colon and a score, such as “Call: 4: Customer”:";
/// Nothing after a colon.
pub const NOTHING_AFTER_COLON: &str = "nothing follows the colon:";
/// A colon in a section.
pub const COLON_IN_SECTION: &str = "a section cannot hold a colon. Write #58; for it:";
/// A task without a name.
pub const TASK_WITHOUT_NAME: &str = "a task needs a name before the colon:";
/// The word journey again.
pub const JOURNEY_AGAIN: &str = "a task cannot begin with the word “journey”. Put another word before it:";
/// A description that is not closed.
pub const DESCRIPTION_NOT_CLOSED: &str = "the description is not closed. Add a line with }:";
/// A name that is too long.
pub const NAME_TOO_LONG: &str = "a name has too many characters. Shorten it, and put the whole text into the notes once it is open. At most:";
/// A task without a score.
pub const SCORE_MISSING: &str = "has no score. Its satisfaction is left open.";
/// A score that is none.
pub const SCORE_UNKNOWN: &str = "has a score that is no number from 1 to 5. Its satisfaction is left open:";
/// Text after a further colon.
pub const DROPPED_AFTER_COLON: &str = "has text after a third colon, which is left out:";
/// Text after a hash.
pub const DROPPED_AFTER_HASH: &str = "is left out: # begins a comment.";
/// A second title.
pub const TITLE_REPLACED: &str = "is left out: a later title takes its place.";
/// A keyword alone on its line.
pub const NEXT_LINE_TAKEN: &str = "became the text of the word alone on the line before.";
/// An unknown entity.
pub const UNKNOWN_ENTITY: &str = "is no known character code and stays as written.";
/// A second customer with a name.
pub const OTHER_CUSTOMER: &str =
    "is a further customer. A journey has one persona, so only the customer is noted there.";
/// Settings of the drawing.
pub const DRAWING_SETTINGS: &str = "settings of Mermaid’s drawing are left out.";

/// What is wrong in the block between `---` lines.
pub mod front_matter {
    /// Not closed.
    pub const NOT_CLOSED: &str = "a quotation mark or bracket is not closed:";
    /// Text after a value.
    pub const TEXT_AFTER_VALUE: &str = "something follows the end of the value:";
    /// A tab.
    pub const TAB: &str = "use spaces, not tabs, to indent:";
    /// Indentation.
    pub const INDENTATION: &str = "the line is indented otherwise than its neighbours:";
    /// Not an entry.
    pub const NOT_AN_ENTRY: &str = "a line here needs a name and a colon:";
    /// A colon in a value.
    pub const COLON_IN_VALUE: &str = "put the value in quotation marks, as it holds a colon:";
    /// A key twice.
    pub const DUPLICATE_KEY: &str = "the same name stands twice:";
    /// A reserved character.
    pub const RESERVED_CHARACTER: &str =
        "put the value in quotation marks, as it begins with a special character:";
}
