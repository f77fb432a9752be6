//! The model: every entity of a workspace, declared once.
//!
//! A declaration ([`entity!`](entity)) gives an entity its struct, its reading with all problems at
//! once, its canonical writing, its schema, its difference and its merge. To add a field, add a line
//! to the declaration.

pub(crate) mod any;
mod color;
mod datum;
pub(crate) mod entity;
pub(crate) mod field;
mod hasher;
mod id;
mod journey;
pub(crate) mod keyed;
mod map;
mod order;
mod practice;
mod read;
mod record;
mod refer;
mod reference;
mod registers;
mod revisions;
mod scalar;
mod schema;
mod step;
mod texts;
mod touchpoint;
mod workspace;
mod write;

pub use any::{AnyField, Declaration, Declared, DeclaredField, Fields};
pub(crate) use any::{AnyList, AnyShared, Shared, View, ViewMut};
pub use color::Color;
pub use datum::{ChoiceKind, Datum, EntryKind, FieldSpec, Widget};
pub(crate) use entity::read_fields;
pub use field::{Field, Known};
pub use hasher::{IdHasher, IdMap, stable_hash, stable_text_hash};
pub use id::{Derivation, EntityKind, Id, MAX_ID_LENGTH, Ref, Referable};
pub use journey::{Journey, JourneyState, Phase, Steps};
pub(crate) use keyed::{AnyMap, target};
pub use keyed::{MapKey, RawKey};
pub use map::{Map, MapIter};
pub use order::mend_structure;
pub use practice::{
    AddressedFlag, BestPractice, Cycle, Decision, Initiative, InitiativeStatus, Members, Participant,
    ParticipantKind, Practice, Session, SteeringCommittee, Story,
};
pub use read::{Expected, MAX_PROBLEMS, Problem, ProblemKind, Reader, Unknown};
pub use record::{JourneyScore, SavedView, Settings, Snapshot, WaivedValue, Waiver};
pub(crate) use refer::visit as visit_references;
pub use registers::{
    Access, Channel, Contribution, Department, DepartmentKind, Direction, Goal, Item, Measure, Persona,
    Standard, SteeredMeasure, Subject, System, SystemAccess, Term, TermLabel,
};
pub use revisions::Revisions;
pub use scalar::{Date, MAX_MINUTES, MAX_WHOLE, Minutes, Percent, Rating};
pub use schema::{Schema, described};
pub use step::{Card, Interaction, Link, Method, Side, Step, StepKey, UnplacedCard};
pub use touchpoint::{
    Comment, Evidence, LivedStandard, Promise, SatisfactionKind, Stage, Starter, Touchpoint,
};
pub use workspace::Workspace;
pub use write::{Renaming, Writer};
