//! The pictures: drawn as strokes on a 16 × 16 grid.

use crosslane_core::route::View;

use crate::reactive::prelude::*;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Two lanes and a crossing.
    Logo,
    /// Columns of cards.
    Map,
    /// Rows and columns.
    Table,
    /// An arrow between two lanes.
    Handoffs,
    /// A flag.
    Flag,
    /// Three boxes under one.
    Departments,
    /// A bridge between two banks.
    Act,
    /// Two columns, one with a plus.
    Compare,
    /// A line that rises.
    Progress,
    /// A printer.
    Print,
    /// An arrow back.
    Undo,
    /// An arrow forward.
    Redo,
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// An arrow that points down.
    Down,
    /// A plus.
    Add,
    /// A keyboard.
    Keyboard,
    /// Half light, half dark.
    Theme,
    /// A sheet with an arrow up.
    Open,
    /// An arrow down onto a line.
    Download,
    /// A bin.
    Delete,
    /// Two sheets.
    Duplicate,
    /// A speech bubble.
    Comment,
    /// An arrow up.
    Up,
    /// An arrow to the left.
    Left,
    /// An arrow to the right.
    Right,
    /// Corners of a frame.
    Fit,
    /// A minus.
    Minus,
    /// A tick.
    Tick,
    /// A warning triangle.
    Warning,
    /// An i in a circle.
    Info,
    /// A cross in a circle.
    Error,
    /// A question mark.
    Question,
    /// A link of a chain.
    Link,
    /// A clock that runs back.
    Versions,
    /// Three dots.
    More,
}

impl Icon {
    /// The picture of a view.
    pub fn of_view(view: View) -> Self {
        match view {
            View::Map => Self::Map,
            View::Table => Self::Table,
            View::Handoffs => Self::Handoffs,
            View::Flags => Self::Flag,
            View::Departments => Self::Departments,
            View::Act => Self::Act,
            View::Compare => Self::Compare,
            View::Snapshots => Self::Progress,
            View::Report => Self::Print,
        }
    }

    /// The strokes, as an SVG path.
    fn path(self) -> &'static str {
        match self {
            Self::Logo => "M1.5 4.5h13M1.5 11.5h13M4 4.5l7 7m0-3.5v3.5H7.5",
            Self::Map => "M2 3h3.5v4H2zM6.8 3h3.4v7H6.8zM11.5 3H14v5h-2.5zM2 9h3.5v4H2z",
            Self::Table => "M2 3h12v10H2zM2 6.3h12M2 9.6h12M6 3v10",
            Self::Handoffs => "M2 4h5a3 3 0 0 1 3 3v1a4 4 0 0 0 4 4M11.5 9.5 14 12l-2.5 2.5",
            Self::Flag => "M4 14V2.5M4 3h8.5l-2 3 2 3H4",
            Self::Departments => {
                "M5.5 2h5v3.5h-5zM8 5.5v2.5M3 10.5V8h10v2.5M1.5 10.5h3v3.5h-3zM6.5 10.5h3v3.5h-3zM11.5 10.5h3v3.5h-3zM8 8v2.5"
            }
            Self::Act => {
                "M1.5 12.5h13M3.5 12.5V6M12.5 12.5V6M3.5 6c2 4 7 4 9 0M8 9v3.5M1.5 8.5 3.5 6M14.5 8.5 12.5 6"
            }
            Self::Compare => "M2 2.5h5v11H2zM9 2.5h5v11H9zM11.5 6v4M9.9 8h3.2M3.4 8h2.2",
            Self::Progress => "M2 13h12M2.5 10l3.5-3.5 2.5 2.5L13.5 4M10.5 4h3v3",
            Self::Print => "M4.5 6V2.5h7V6M4.5 11H2.5V6h11v5h-2M4.5 9.5h7v4h-7z",
            Self::Undo => "M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6",
            Self::Redo => "M10.5 3l3 3-3 3M13.5 6H6a3.5 3.5 0 0 0 0 7h4",
            Self::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.2 10.2 14 14",
            Self::Close => "M3.5 3.5l9 9M12.5 3.5l-9 9",
            Self::Down => "M3.5 6 8 10.5 12.5 6",
            Self::Up => "M3.5 10 8 5.5 12.5 10",
            Self::Left => "M10 3.5 5.5 8l4.5 4.5",
            Self::Right => "M6 3.5 10.5 8 6 12.5",
            Self::Add => "M8 3v10M3 8h10",
            Self::Minus => "M3 8h10",
            Self::Keyboard => "M1.5 4h13v8h-13zM4 6.5h.5M7 6.5h.5M10 6.5h.5M5 9.5h6",
            Self::Theme => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 0v12M8 5h3M8 8h5M8 11h3.5",
            Self::Open => "M3 13.5h10M8 10.5v-8M4.5 6 8 2.5 11.5 6",
            Self::Download => "M3 13.5h10M8 2.5v8M4.5 7 8 10.5 11.5 7",
            Self::Delete => "M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4",
            Self::Duplicate => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Comment => "M2.5 3h11v7.5H8l-3 3v-3H2.5z",
            Self::Fit => "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
            Self::Tick => "M3 8.5 6.5 12 13 4.5",
            Self::Warning => "M8 2.5 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2",
            Self::Info => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.3V11M8 4.9v.2",
            Self::Error => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
            Self::Question => {
                "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.7-.8 1.3M8 11.2v.2"
            }
            Self::Link => {
                "M6.5 9.5 9.5 6.5M7 4.5l1.5-1.5a3 3 0 0 1 4.5 4.5L11.5 9M9 11.5 7.5 13A3 3 0 0 1 3 8.5L4.5 7"
            }
            Self::Versions => "M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.6M2.5 2.5v3.1h3.1M8 5v3l2.3 1.6",
            Self::More => "M3 8h.5M7.8 8h.5M12.5 8h.5",
        }
    }
}

/// A picture for the eyes only: what it stands beside, or the button around it, has the name.
#[component]
pub fn IconView(
    /// The picture.
    icon: Icon,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
}
