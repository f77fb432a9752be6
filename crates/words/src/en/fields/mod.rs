//! English words for entities and their fields, as they stand inside a sentence.

mod acting;
mod journey;
mod registers;
mod workspace;

/// The words of one entity.
pub struct EntityWords {
    /// Its name in the declaration.
    pub entity: &'static str,
    /// The word for one.
    pub noun: &'static str,
    /// Its fields: the name in the file, and the words.
    pub fields: &'static [(&'static str, &'static str)],
}

const fn entity(
    entity: &'static str,
    noun: &'static str,
    fields: &'static [(&'static str, &'static str)],
) -> EntityWords {
    EntityWords { entity, noun, fields }
}

/// Every entity of the model.
pub const ENTITIES: &[EntityWords] = &[
    workspace::WORKSPACE,
    workspace::SETTINGS,
    registers::DEPARTMENT,
    registers::STEERED_MEASURE,
    registers::PERSONA,
    registers::CHANNEL,
    registers::SYSTEM,
    registers::SYSTEM_ACCESS,
    registers::ITEM,
    registers::SUBJECT,
    registers::STANDARD,
    registers::TERM,
    registers::TERM_LABEL,
    registers::MEASURE,
    registers::GOAL,
    registers::CONTRIBUTION,
    journey::JOURNEY,
    journey::PHASE,
    journey::TOUCHPOINT,
    journey::PROMISE,
    journey::LIVED_STANDARD,
    journey::COMMENT,
    journey::STEP,
    journey::LINK,
    journey::CARD,
    journey::SIDE,
    journey::UNPLACED_CARD,
    acting::INITIATIVE,
    acting::ADDRESSED_FLAG,
    acting::STORY,
    acting::STEERING_COMMITTEE,
    acting::MEMBERS,
    acting::DECISION,
    acting::BEST_PRACTICE,
    acting::SESSION,
    acting::PARTICIPANT,
    acting::CYCLE,
    workspace::WAIVER,
    workspace::WAIVED_VALUE,
    workspace::SNAPSHOT,
    workspace::JOURNEY_SCORE,
    workspace::SAVED_VIEW,
];
