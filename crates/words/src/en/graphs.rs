//! English words about drawings and process tables.

/// Another file.
pub const OTHER_FORMAT: &str = "This is not a file of the format it should be.";
/// Cut off, or broken.
pub const NOT_WELL_FORMED: &str = "The file is cut off or broken at byte {at}.";
/// XML that brings rules of its own.
pub const DOCUMENT_TYPE: &str =
    "The file brings a document type (<!DOCTYPE …>), which is not read. Take it out and open the file again.";
/// Nothing in it.
pub const EMPTY: &str = "There is no step in it.";
/// Too much in it.
pub const TOO_LARGE: &str =
    "It has more than {nodes} steps or {edges} connections, or is larger than any such file.";
/// A name that is too long.
pub const NAME_TOO_LONG: &str =
    "The name that begins with {name} has more than {limit} characters. Shorten it and open the file again.";
/// A reference to nothing.
pub const DANGLING: &str = "{at} refers to {to}, which the file does not have.";
/// A step that leads to itself.
pub const TO_ITSELF: &str = "{at} leads to itself; that connection was left out.";
/// Two of one name.
pub const TWICE: &str = "{key} stands twice; what refers to it means the first.";
/// Something that is no step.
pub const NO_STEP: &str = "{key} is no step and was left out.";
/// What a file could not hold.
pub const LOST: &str = "Not in this file, which has no place for it: {list}.";
/// Names that are longer than a file of another program holds.
pub const NAMES_CUT: &str = "Names of more than {count} characters are cut.";
/// What it could not hold of one kind of entity.
pub const LOST_OF: &str = "Not in this file, of each {of}: {list}.";
