//! The addresses of the app's views: the part of the page's address after `#`.

use crate::model::{Id, StepKey};

/// The views of a workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// Phases as columns, touchpoints as cards.
    Map,
    /// A row per touchpoint.
    Table,
    /// The ranked list of handoffs and the matrix.
    Handoffs,
    /// The flags and the open questions.
    Flags,
    /// The scores of earlier days.
    Snapshots,
    /// The map and the worst handoffs on paper.
    Print,
}

impl View {
    /// Every view, in the order of the rail.
    pub const ALL: [Self; 6] =
        [Self::Map, Self::Table, Self::Handoffs, Self::Flags, Self::Snapshots, Self::Print];

    /// The word in the address.
    pub fn word(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Table => "table",
            Self::Handoffs => "handoffs",
            Self::Flags => "flags",
            Self::Snapshots => "snapshots",
            Self::Print => "print",
        }
    }
}

/// What is chosen in a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    /// Nothing.
    #[default]
    None,
    /// A phase.
    Phase(Id),
    /// A touchpoint.
    Touchpoint(Id),
    /// A step or handoff.
    Step(StepKey),
}

/// An address inside the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Route {
    /// The workspaces of this browser.
    #[default]
    Home,
    /// A view of a workspace.
    Workspace {
        /// The workspace.
        workspace: Id,
        /// The view.
        view: View,
        /// The journey shown; without one, the first.
        journey: Option<Id>,
        /// What is chosen.
        selection: Selection,
    },
}

impl Route {
    /// The address written as `hash`, with or without its `#`. What cannot be read is the home page.
    pub fn parse(hash: &str) -> Self {
        Self::parse_workspace(hash.trim_start_matches('#')).unwrap_or_default()
    }

    fn parse_workspace(path: &str) -> Option<Self> {
        let mut parts = path.trim_start_matches('/').split('/');
        if parts.next() != Some("w") {
            return None;
        }
        let workspace = Id::new(parts.next()?)?;
        let word = parts.next().unwrap_or(View::Map.word());
        let view = View::ALL.into_iter().find(|view| view.word() == word)?;
        let journey = parts.next().and_then(Id::new);
        let mut id = || parts.next().and_then(Id::new);
        let selection = (|| match id()?.as_str() {
            "phase" => Some(Selection::Phase(id()?)),
            "touchpoint" => Some(Selection::Touchpoint(id()?)),
            "step" => Some(Selection::Step(StepKey::new(id()?, id()?))),
            _ => None,
        })();
        Some(Self::Workspace { workspace, view, journey, selection: selection.unwrap_or_default() })
    }

    /// The address as `#/…`.
    pub fn hash(&self) -> String {
        let Self::Workspace { workspace, view, journey, selection } = self else { return "#/".to_owned() };
        let mut hash = format!("#/w/{workspace}/{}", view.word());
        if let Some(journey) = journey {
            hash = format!("{hash}/{journey}");
            match selection {
                Selection::None => {}
                Selection::Phase(id) => hash = format!("{hash}/phase/{id}"),
                Selection::Touchpoint(id) => hash = format!("{hash}/touchpoint/{id}"),
                Selection::Step(key) => hash = format!("{hash}/step/{}/{}", key.from, key.to),
            }
        }
        hash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_reads_back_and_nonsense_is_home() {
        let id = |text: &str| Id::new(text).unwrap_or_else(|| Id::derived(&[]));
        for selection in [
            Selection::None,
            Selection::Phase(id("p")),
            Selection::Touchpoint(id("t")),
            Selection::Step(StepKey::new(id("a"), id("b"))),
        ] {
            for view in View::ALL {
                let route =
                    Route::Workspace { workspace: id("w-1"), view, journey: Some(id("j")), selection };
                assert_eq!(Route::parse(&route.hash()), route);
            }
        }
        for nonsense in ["", "#", "#/", "#/x", "#/w", "#/w//map", "#/w/a/nowhere", "#/w/<script>/map"] {
            assert_eq!(Route::parse(nonsense), Route::Home, "{nonsense}");
        }
    }
}
