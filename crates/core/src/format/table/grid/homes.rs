//! Where the cells of a column live in the model.

use crate::format::table::Column;

/// Where the cells of a column live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In this field of the touchpoint.
    Touchpoint(&'static str),
    /// In the phase: its name.
    Phase,
    /// In the phase: its goal.
    Goal,
    /// In the step to the next touchpoint: its wait.
    Wait,
    /// In this field of the card of the handoff to the next touchpoint.
    Card(&'static str),
    /// They cannot be set.
    Nowhere,
}

/// The columns of a grid, in its order: the most used first.
pub const GRID_COLUMNS: [Column; 39] = [
    Column::Touchpoint,
    Column::Phase,
    Column::Action,
    Column::Stage,
    Column::Owner,
    Column::Channel,
    Column::Systems,
    Column::Satisfaction,
    Column::Importance,
    Column::MomentOfTruth,
    Column::Duration,
    Column::Wait,
    Column::Asked,
    Column::Needed,
    Column::Produced,
    Column::PainPoints,
    Column::Volume,
    Column::Ends,
    Column::Notes,
    Column::Ideas,
    Column::Quotes,
    Column::Responsible,
    Column::Consulted,
    Column::Informed,
    Column::ClaimedBy,
    Column::PerceivedOwner,
    Column::StartedBy,
    Column::Evidence,
    Column::EvidenceLink,
    Column::ReviewedOn,
    Column::Tags,
    Column::Goal,
    Column::Method,
    Column::Passed,
    Column::Trigger,
    Column::AnsweredBy,
    Column::Acknowledged,
    Column::Fallback,
    Column::TargetWait,
];

/// Where the cells of a column live.
pub fn home(column: Column) -> Home {
    match column {
        Column::Id | Column::Journey | Column::Persona => Home::Nowhere,
        Column::Phase => Home::Phase,
        Column::Goal => Home::Goal,
        Column::Wait => Home::Wait,
        Column::TargetWait => Home::Card("target_wait"),
        Column::Method => Home::Card("method"),
        Column::Passed => Home::Card("passed"),
        Column::Trigger => Home::Card("trigger"),
        Column::AnsweredBy => Home::Card("answered_by"),
        Column::Acknowledged => Home::Card("acknowledged"),
        Column::Fallback => Home::Card("fallback"),
        Column::Touchpoint => Home::Touchpoint("name"),
        Column::Action => Home::Touchpoint("action"),
        Column::Stage => Home::Touchpoint("stage"),
        Column::Owner => Home::Touchpoint("owner"),
        Column::Responsible => Home::Touchpoint("responsible"),
        Column::Consulted => Home::Touchpoint("consulted"),
        Column::Informed => Home::Touchpoint("informed"),
        Column::ClaimedBy => Home::Touchpoint("claimed_by"),
        Column::PerceivedOwner => Home::Touchpoint("perceived_owner"),
        Column::StartedBy => Home::Touchpoint("started_by"),
        Column::Channel => Home::Touchpoint("channel"),
        Column::Systems => Home::Touchpoint("systems"),
        Column::Satisfaction => Home::Touchpoint("satisfaction"),
        Column::Importance => Home::Touchpoint("importance"),
        Column::MomentOfTruth => Home::Touchpoint("moment_of_truth"),
        Column::Duration => Home::Touchpoint("duration"),
        Column::Asked => Home::Touchpoint("asked"),
        Column::Needed => Home::Touchpoint("needed"),
        Column::Produced => Home::Touchpoint("produced"),
        Column::PainPoints => Home::Touchpoint("pain_points"),
        Column::Ideas => Home::Touchpoint("ideas"),
        Column::Quotes => Home::Touchpoint("quotes"),
        Column::Evidence => Home::Touchpoint("evidence"),
        Column::EvidenceLink => Home::Touchpoint("evidence_link"),
        Column::ReviewedOn => Home::Touchpoint("reviewed_on"),
        Column::Volume => Home::Touchpoint("monthly_volume"),
        Column::Tags => Home::Touchpoint("tags"),
        Column::Ends => Home::Touchpoint("ends"),
        Column::Notes => Home::Touchpoint("notes"),
    }
}
