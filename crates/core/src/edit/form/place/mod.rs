//! What a field belongs to, and the edits that change it.

mod card;
mod look;
mod write;

use crate::edit::{Edit, Entry};
use crate::model::{
    BestPractice, Card, Contribution, Cycle, Datum, Declaration, Declared, EntityKind, EntryKind, FieldSpec,
    Fields, Id, Journey, Link, LivedStandard, Members, Participant, Phase, Promise, Settings, Side,
    SteeredMeasure, SteeringCommittee, Step, StepKey, SystemAccess, TermLabel, Touchpoint, Workspace,
};

pub use card::say;
pub(crate) use card::{card_at, put_card};

/// A side of a handoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SideOf {
    /// The department that hands on.
    From,
    /// The department that receives.
    To,
}

/// What a field belongs to: something inside one journey, or something that all journeys share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The journey as a whole.
    Journey,
    /// A phase.
    Phase(Id),
    /// A touchpoint.
    Touchpoint(Id),
    /// A promise made at a touchpoint: the touchpoint, then the promise.
    Promise(Id, Id),
    /// A standard lived at a touchpoint: the touchpoint, then the standard.
    Standard(Id, Id),
    /// A step.
    Step(StepKey),
    /// The link of a step.
    Link(StepKey),
    /// The card of a handoff.
    Card(StepKey),
    /// What a side says about the card.
    Side(StepKey, SideOf),
    /// An entry of a register, an initiative, a story, a decision or a session.
    Entry(EntityKind, Id),
    /// How a department is steered by a measure: the department, then the measure.
    Steered(Id, Id),
    /// What a department may do in a system: the system, then the department.
    Access(Id, Id),
    /// What a department calls a term: the term, then the department.
    Label(Id, Id),
    /// A department's part in a goal: the goal, then the department.
    Contribution(Id, Id),
    /// Somebody who takes part in a session: the session, then the participant.
    Participant(Id, Id),
    /// A cycle of a session: the session, then the cycle.
    Cycle(Id, Id),
    /// The steering committee.
    Committee,
    /// Who sits in the steering committee for a department.
    Members(Id),
    /// A best practice.
    BestPractice(Id),
    /// The thresholds of the rules.
    Settings,
}

impl Place {
    /// The fields that can stand there, in the order of the model.
    pub fn specs(self) -> impl Iterator<Item = &'static FieldSpec> {
        self.declaration().into_iter().flat_map(Declaration::specs)
    }

    /// The field of this name.
    pub fn spec(self, field: &str) -> Option<&'static FieldSpec> {
        self.specs().find(|spec| spec.name == field)
    }

    /// What is declared of what stands there.
    fn declaration(self) -> Option<&'static Declaration> {
        Some(match self {
            Self::Journey => Journey::DECLARATION,
            Self::Phase(_) => Phase::DECLARATION,
            Self::Touchpoint(_) => Touchpoint::DECLARATION,
            Self::Promise(..) => Promise::DECLARATION,
            Self::Standard(..) => LivedStandard::DECLARATION,
            Self::Step(_) => Step::DECLARATION,
            Self::Link(_) => Link::DECLARATION,
            Self::Card(_) => Card::DECLARATION,
            Self::Side(..) => Side::DECLARATION,
            Self::Entry(kind, _) => return Entry::declaration(kind),
            Self::Steered(..) => SteeredMeasure::DECLARATION,
            Self::Access(..) => SystemAccess::DECLARATION,
            Self::Label(..) => TermLabel::DECLARATION,
            Self::Contribution(..) => Contribution::DECLARATION,
            Self::Participant(..) => Participant::DECLARATION,
            Self::Cycle(..) => Cycle::DECLARATION,
            Self::Committee => SteeringCommittee::DECLARATION,
            Self::Members(_) => Members::DECLARATION,
            Self::BestPractice(_) => BestPractice::DECLARATION,
            Self::Settings => Settings::DECLARATION,
        })
    }

    /// What a field says; places inside a journey are looked up in `journey`. Steps, links, cards, sides, the
    /// committee and thresholds that nobody described yet say nothing; `None` where the place is gone, or has no
    /// such field.
    pub fn read(self, workspace: &Workspace, journey: Option<Id>, field: &str) -> Option<Datum> {
        if let Some(entity) = look::look(self, workspace, journey) {
            return entity.get(field);
        }
        self.begins_blank().then(Datum::default)
    }

    /// The edit that sets a field; `None` where the place is gone or the value is not of the field's type.
    pub fn write(
        self,
        workspace: &Workspace,
        journey: Option<Id>,
        field: &str,
        datum: Datum,
    ) -> Option<Edit> {
        write::write(self, workspace, journey, field, datum)
    }

    /// The place of an entry in a field that holds a list of them.
    pub fn of_entry(self, kind: EntryKind, key: Id) -> Option<Self> {
        Some(match (self, kind) {
            (Self::Touchpoint(id), EntryKind::Promises) => Self::Promise(id, key),
            (Self::Touchpoint(id), EntryKind::Standards) => Self::Standard(id, key),
            (Self::Entry(_, id), EntryKind::Steered) => Self::Steered(id, key),
            (Self::Entry(_, id), EntryKind::Access) => Self::Access(id, key),
            (Self::Entry(_, id), EntryKind::Labels) => Self::Label(id, key),
            (Self::Entry(_, id), EntryKind::Contributions) => Self::Contribution(id, key),
            (Self::Entry(_, id), EntryKind::Participants) => Self::Participant(id, key),
            (Self::Entry(_, id), EntryKind::Cycles) => Self::Cycle(id, key),
            (Self::Committee, EntryKind::Members) => Self::Members(key),
            (Self::Committee, EntryKind::BestPractices) => Self::BestPractice(key),
            _ => return None,
        })
    }

    /// A stable name of a field there: the key of a burst of typing, and of its place on the screen.
    pub fn key(self, field: &str) -> String {
        let step = |word: &str, key: StepKey| [word, key.from.as_str(), key.to.as_str(), field].join("-");
        let two = |word: &str, one: Id, two: Id| [word, one.as_str(), two.as_str(), field].join("-");
        match self {
            Self::Journey => ["journey", field].join("-"),
            Self::Phase(id) => ["phase", id.as_str(), field].join("-"),
            Self::Touchpoint(id) => ["touchpoint", id.as_str(), field].join("-"),
            Self::Promise(_, id) => ["promise", id.as_str(), field].join("-"),
            Self::Standard(_, id) => ["standard", id.as_str(), field].join("-"),
            Self::Step(key) => step("step", key),
            Self::Link(key) => step("link", key),
            Self::Card(key) => step("card", key),
            Self::Side(key, SideOf::From) => step("from-side", key),
            Self::Side(key, SideOf::To) => step("to-side", key),
            Self::Entry(_, id) => ["entry", id.as_str(), field].join("-"),
            Self::Steered(of, id) => two("steered", of, id),
            Self::Access(of, id) => two("access", of, id),
            Self::Label(of, id) => two("label", of, id),
            Self::Contribution(of, id) => two("contribution", of, id),
            Self::Participant(_, id) => ["participant", id.as_str(), field].join("-"),
            Self::Cycle(_, id) => ["cycle", id.as_str(), field].join("-"),
            Self::Committee => ["committee", field].join("-"),
            Self::Members(id) => ["members", id.as_str(), field].join("-"),
            Self::BestPractice(id) => ["best-practice", id.as_str(), field].join("-"),
            Self::Settings => ["settings", field].join("-"),
        }
    }

    /// Whether it lies inside a journey.
    pub fn in_journey(self) -> bool {
        matches!(
            self,
            Self::Journey
                | Self::Phase(_)
                | Self::Touchpoint(_)
                | Self::Promise(..)
                | Self::Standard(..)
                | Self::Step(_)
                | Self::Link(_)
                | Self::Card(_)
                | Self::Side(..)
        )
    }

    /// Whether it is there before anybody described it.
    fn begins_blank(self) -> bool {
        matches!(
            self,
            Self::Step(_) | Self::Link(_) | Self::Card(_) | Self::Side(..) | Self::Committee | Self::Settings
        )
    }
}

/// Whether an entry such as a promise says nothing at all.
pub fn empty_entry(place: Place, workspace: &Workspace, journey: Option<Id>) -> bool {
    let blank = |spec: &FieldSpec| {
        let datum = place.read(workspace, journey, spec.name).unwrap_or_default();
        datum == Datum::Absent || datum == Datum::Text(String::new())
    };
    place.specs().all(blank)
}

fn written<E: Fields + Clone>(entity: &E, field: &str, datum: Datum) -> Option<E> {
    let mut entity = entity.clone();
    set(&mut entity, field, datum).map(|()| entity)
}

/// Sets a field; `None` where there is none of that name and type.
fn set(entity: &mut dyn Fields, field: &str, datum: Datum) -> Option<()> {
    entity.set(field, datum).then_some(())
}
