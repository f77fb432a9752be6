//! The addresses of the app's views: the part of the page's address after `#`.

use crate::compare::{Path, PathPart};
use crate::edit::Entry;
use crate::model::{EntityKind, Id, Journey, StepKey, Workspace};

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
    /// What departments and the other entries of the registers are, and where they are used.
    Departments,
    /// What is done about handoffs: goals, initiatives, decisions, sessions, stories.
    Act,
    /// Two journeys, or two versions of one, side by side.
    Compare,
    /// The scores of earlier days.
    Snapshots,
    /// What a committee reads: the worst handoffs, the map, what to settle.
    Report,
}

impl View {
    /// Every view, in the order of the rail.
    pub const ALL: [Self; 9] = [
        Self::Map,
        Self::Table,
        Self::Handoffs,
        Self::Flags,
        Self::Departments,
        Self::Act,
        Self::Compare,
        Self::Snapshots,
        Self::Report,
    ];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Table => "table",
            Self::Handoffs => "handoffs",
            Self::Flags => "flags",
            Self::Departments => "departments",
            Self::Act => "act",
            Self::Compare => "compare",
            Self::Snapshots => "snapshots",
            Self::Report => "report",
        }
    }

    /// The view in which entries of this kind are looked after.
    pub fn of_entries(kind: EntityKind) -> Self {
        match kind {
            EntityKind::Goal
            | EntityKind::Term
            | EntityKind::Standard
            | EntityKind::Initiative
            | EntityKind::Story
            | EntityKind::Decision
            | EntityKind::Session => Self::Act,
            _ => Self::Departments,
        }
    }
}

/// Stands in an address for the journey where none is shown.
const NO_JOURNEY: &str = "-";

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
    /// All entries of a kind.
    Register(EntityKind),
    /// An entry of a register, an initiative, a story, a decision or a session.
    Entry(EntityKind, Id),
    /// Two departments and what passes between them, in the order of their identifiers.
    Pair(Id, Id),
    /// The journey that the one shown is compared with.
    Journey(Id),
    /// The kept version that the one shown is compared with.
    Version(Id),
    /// The open questions, beside the flags.
    Questions,
    /// The thresholds of the rules.
    Thresholds,
}

impl Selection {
    /// What stays chosen in the other views of a journey: what lies inside it.
    #[must_use]
    pub fn within_journey(self) -> Self {
        match self {
            inside @ (Self::Phase(_) | Self::Touchpoint(_) | Self::Step(_)) => inside,
            _ => Self::None,
        }
    }
}

/// Where a place in the file is shown: the journey it lies in, if it does, and what is to be chosen there. `None` for
/// what has no page, such as the order of departments.
pub fn shown_at(path: &Path) -> Option<(Option<Id>, Selection)> {
    if let Some(journey) = path.key_after("journeys").and_then(Id::new)
        && path.0.first() == Some(&PathPart::Field("journeys"))
    {
        let key = |field: &str| path.key_after(field).and_then(Id::new);
        let step = path.key_after("steps").and_then(|key| {
            let (from, to) = key.split_once('/')?;
            Some(Selection::Step(StepKey::new(Id::new(from)?, Id::new(to)?)))
        });
        let touchpoint = || key("touchpoints").map(Selection::Touchpoint);
        let phase = || key("phases").map(Selection::Phase);
        return Some((Some(journey), step.or_else(touchpoint).or_else(phase).unwrap_or_default()));
    }
    let PathPart::Field(register) = path.0.first()? else { return None };
    let kind = match *register {
        "departments" => EntityKind::Department,
        "personas" => EntityKind::Persona,
        "channels" => EntityKind::Channel,
        "systems" => EntityKind::System,
        "items" => EntityKind::Item,
        "subjects" => EntityKind::Subject,
        "standards" => EntityKind::Standard,
        "terms" => EntityKind::Term,
        "measures" => EntityKind::Measure,
        "goals" => EntityKind::Goal,
        "initiatives" => EntityKind::Initiative,
        "stories" => EntityKind::Story,
        "sessions" => EntityKind::Session,
        "committee" => EntityKind::Decision,
        _ => return None,
    };
    let held = if kind == EntityKind::Decision { "decisions" } else { register };
    let id = path.key_after(held).and_then(Id::new);
    Some((None, id.map_or(Selection::Register(kind), |id| Selection::Entry(kind, id))))
}

/// What the address of a shared workspace begins with, before the text of its [link](crate::format::link). It is no
/// [`Route`]: nothing is stored, and so there is nothing to come back to.
pub const LINK: &str = "#/s/";

/// Where a place in the file is shown in this version: the view, the journey it lies in and what is to be chosen.
/// `None` for what has no page, or is not there.
pub fn place_in(workspace: &Workspace, path: &Path) -> Option<(View, Option<Id>, Selection)> {
    let (journey, selection) = shown_at(path)?;
    let shown = journey.and_then(|id| workspace.journeys.get(&id));
    let on_map = |has: &dyn Fn(&Journey) -> bool| shown.filter(|journey| has(journey)).map(|_| View::Map);
    let view = match selection {
        Selection::None => on_map(&|_| true),
        Selection::Touchpoint(id) => on_map(&|journey| journey.touchpoints.contains_key(&id)),
        Selection::Phase(id) => on_map(&|journey| journey.phases.contains_key(&id)),
        Selection::Step(key) => {
            on_map(&|journey| [key.from, key.to].iter().all(|id| journey.touchpoints.contains_key(id)))
        }
        Selection::Entry(kind, id) => workspace.contains(kind, id).then(|| View::of_entries(kind)),
        Selection::Register(kind) => Some(View::of_entries(kind)),
        _ => None,
    };
    view.map(|view| (view, journey, selection))
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
        let journey = parts.next().filter(|part| *part != NO_JOURNEY).and_then(Id::new);
        let mut id = || parts.next().and_then(Id::new);
        let kind_of = |word: Id| Entry::KINDS.iter().copied().find(|kind| kind.word() == word.as_str());
        let selection = (|| match id()?.as_str() {
            "phase" => Some(Selection::Phase(id()?)),
            "touchpoint" => Some(Selection::Touchpoint(id()?)),
            "step" => Some(Selection::Step(StepKey::new(id()?, id()?))),
            "all" => Some(Selection::Register(kind_of(id()?)?)),
            "entry" => Some(Selection::Entry(kind_of(id()?)?, id()?)),
            "pair" => Some(Selection::Pair(id()?, id()?)),
            "journey" => Some(Selection::Journey(id()?)),
            "version" => Some(Selection::Version(id()?)),
            "questions" => Some(Selection::Questions),
            "thresholds" => Some(Selection::Thresholds),
            _ => None,
        })();
        Some(Self::Workspace { workspace, view, journey, selection: selection.unwrap_or_default() })
    }

    /// Something else in the same workspace and journey; the home page stays the home page.
    #[must_use]
    pub fn to(self, view: View, selection: Selection) -> Self {
        match self {
            Self::Workspace { workspace, journey, .. } => {
                Self::Workspace { workspace, view, journey, selection }
            }
            Self::Home => Self::Home,
        }
    }

    /// The address as `#/…`.
    pub fn hash(&self) -> String {
        let Self::Workspace { workspace, view, journey, selection } = self else { return "#/".to_owned() };
        let mut hash = format!("#/w/{workspace}/{}", view.word());
        if journey.is_some() || *selection != Selection::None {
            hash = format!("{hash}/{}", journey.as_ref().map_or(NO_JOURNEY, Id::as_str));
            match selection {
                Selection::None => {}
                Selection::Phase(id) => hash = format!("{hash}/phase/{id}"),
                Selection::Touchpoint(id) => hash = format!("{hash}/touchpoint/{id}"),
                Selection::Step(key) => hash = format!("{hash}/step/{}/{}", key.from, key.to),
                Selection::Register(kind) => hash = format!("{hash}/all/{}", kind.word()),
                Selection::Entry(kind, id) => hash = format!("{hash}/entry/{}/{id}", kind.word()),
                Selection::Pair(one, two) => hash = format!("{hash}/pair/{one}/{two}"),
                Selection::Journey(id) => hash = format!("{hash}/journey/{id}"),
                Selection::Version(id) => hash = format!("{hash}/version/{id}"),
                Selection::Questions => hash.push_str("/questions"),
                Selection::Thresholds => hash.push_str("/thresholds"),
            }
        }
        hash
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_the_file_is_shown_where_it_belongs() {
        let id = |text: &str| Id::new(text).unwrap_or_else(|| Id::derived(&[]));
        let field = PathPart::Field;
        let key = |key: &str| PathPart::Key(key.to_owned());
        let at = |parts: &[PathPart]| shown_at(&Path(parts.to_vec()));
        let journey = [field("journeys"), key("j")];
        let inside = |parts: &[PathPart]| at(&[&journey, parts].concat());
        assert_eq!(
            inside(&[field("touchpoints"), key("t"), field("owner")]),
            Some((Some(id("j")), Selection::Touchpoint(id("t"))))
        );
        assert_eq!(
            inside(&[field("steps"), key("a/b"), field("card")]),
            Some((Some(id("j")), Selection::Step(StepKey::new(id("a"), id("b")))))
        );
        assert_eq!(inside(&[field("persona")]), Some((Some(id("j")), Selection::None)));
        assert_eq!(
            at(&[field("goals"), key("g"), field("contributions")]),
            Some((None, Selection::Entry(EntityKind::Goal, id("g"))))
        );
        assert_eq!(
            at(&[field("committee"), field("decisions"), key("d"), field("departments")]),
            Some((None, Selection::Entry(EntityKind::Decision, id("d"))))
        );
        // A goal names its journeys: that does not make it a part of one.
        assert_eq!(
            at(&[field("goals"), key("g"), field("journeys"), key("j")]),
            Some((None, Selection::Entry(EntityKind::Goal, id("g"))))
        );
        assert_eq!(at(&[field("department_order")]), None);
    }

    #[test]
    fn what_is_not_there_is_shown_nowhere() {
        let workspace = crate::testing::workspace("a x front\n b y front\n department x");
        let field = PathPart::Field;
        let key = |key: &str| PathPart::Key(key.to_owned());
        let touchpoint = |of: &str| Path(vec![field("journeys"), key("j"), field("touchpoints"), key(of)]);
        let there = crate::testing::id("a");
        let shown = (View::Map, Some(crate::testing::journey_id()), Selection::Touchpoint(there));
        assert_eq!(place_in(&workspace, &touchpoint("a")), Some(shown));
        assert_eq!(place_in(&workspace, &touchpoint("c")), None);
        let department = |of: &str| place_in(&workspace, &Path(vec![field("departments"), key(of)]));
        assert_eq!(department("x").map(|(view, ..)| view), Some(View::Departments));
        assert_eq!(department("nobody"), None);
    }

    #[test]
    fn another_view_is_in_the_same_workspace_and_journey() {
        let here = Route::parse("#/w/a/map/j/touchpoint/t");
        assert_eq!(here.to(View::Act, Selection::Register(EntityKind::Goal)).hash(), "#/w/a/act/j/all/goal");
        assert_eq!(Route::Home.to(View::Act, Selection::None), Route::Home);
    }

    #[test]
    fn every_address_reads_back_and_nonsense_is_home() {
        let id = |text: &str| Id::new(text).unwrap_or_else(|| Id::derived(&[]));
        for selection in [
            Selection::None,
            Selection::Phase(id("p")),
            Selection::Touchpoint(id("t")),
            Selection::Step(StepKey::new(id("a"), id("b"))),
            Selection::Register(EntityKind::Goal),
            Selection::Entry(EntityKind::Department, id("d")),
            Selection::Pair(id("a"), id("b")),
            Selection::Journey(id("k")),
            Selection::Version(id("v")),
            Selection::Questions,
            Selection::Thresholds,
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
