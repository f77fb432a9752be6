//! The files that can be saved.

use crosslane_words::export::Format;
use crosslane_words::ui::sharing::{file as words, group};

/// A kind of file.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum File {
    /// What `crosslane_words::export` writes.
    Written(Format),
    /// A step table as a workbook.
    Xlsx,
    /// The map as pixels.
    Png,
    /// The report on paper.
    #[default]
    Pdf,
}

/// All of them, in groups.
pub const GROUPS: [(&str, &[File]); 4] = [
    (group::WORK, &[File::Written(Format::Crosslane)]),
    (group::SHOW, &[File::Written(Format::Html), File::Written(Format::Svg), File::Png, File::Pdf]),
    (group::TABLES, &[File::Xlsx, File::Written(Format::Csv), File::Written(Format::Issues)]),
    (
        group::DRAW,
        &[
            File::Written(Format::Mermaid),
            File::Written(Format::Visio),
            File::Written(Format::Drawio),
            File::Written(Format::Canvas),
            File::Written(Format::Cjml),
        ],
    ),
];

impl File {
    /// Its name, and what it is for.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Written(Format::Crosslane) => words::CROSSLANE,
            Self::Written(Format::Html) => words::HTML,
            Self::Written(Format::Svg) => words::SVG,
            Self::Written(Format::Csv | Format::Tsv) => words::CSV,
            Self::Written(Format::Issues) => words::ISSUES,
            Self::Written(Format::Mermaid) => words::MERMAID,
            Self::Written(Format::Visio) => words::VISIO,
            Self::Written(Format::Drawio) => words::DRAWIO,
            Self::Written(Format::Canvas) => words::CANVAS,
            Self::Written(Format::Cjml) => words::CJML,
            Self::Xlsx => words::XLSX,
            Self::Png => words::PNG,
            Self::Pdf => words::PDF,
        }
    }

    /// How its name ends, and its media type.
    pub fn ending(self) -> (&'static str, &'static str) {
        match self {
            Self::Written(Format::Crosslane) => ("crosslane.json", "application/json"),
            Self::Written(Format::Html) => ("html", "text/html"),
            Self::Written(Format::Svg) => ("svg", "image/svg+xml"),
            Self::Written(Format::Csv) => ("csv", "text/csv"),
            Self::Written(Format::Tsv) => ("tsv", "text/tab-separated-values"),
            Self::Written(Format::Issues) => ("issues.csv", "text/csv"),
            Self::Written(Format::Mermaid) => ("mmd", "text/plain"),
            Self::Written(Format::Visio) => ("visio.csv", "text/csv"),
            Self::Written(Format::Drawio) => ("drawio.csv", "text/csv"),
            Self::Written(Format::Canvas) => ("canvas", "application/json"),
            Self::Written(Format::Cjml) => ("cjml", "application/xml"),
            Self::Xlsx => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Self::Png => ("png", "image/png"),
            Self::Pdf => ("pdf", "application/pdf"),
        }
    }

    /// Whether it holds one journey.
    pub fn is_of_one_journey(self) -> bool {
        match self {
            Self::Written(format) => format.is_of_one_journey(),
            Self::Png => true,
            Self::Xlsx | Self::Pdf => false,
        }
    }
}
