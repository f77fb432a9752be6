//! Headers that number the rows, and those that fit several columns.

use super::column::Column;

/// Headers of columns that count the rows, squeezed.
pub const NUMBERS: &str = "no|nr|number|nummer|numero|num|lp|order|sequence|seq|pos|position|row|line|index|reihenfolge|\
                       zeile|schrittnr|stepno|stepnumber|stepnr|ordre|orden|kolejnosc|raekkefolge";

/// Names that fit several columns: the first that no other header has.
pub const CHOICES: &[(&str, &[Column])] = &[
    (
        "responsible|verantwortlich|verantwortliche|responsable|ansvarlig|odpowiedzialny",
        &[Column::Owner, Column::Responsible],
    ),
    ("stage", &[Column::Stage, Column::Phase]),
    ("etape|etap", &[Column::Touchpoint, Column::Phase]),
    (
        "step|activity|aktivitat|aktivitaet|activite|actividad|aktivitet|czynnosc|task",
        &[Column::Touchpoint, Column::Action],
    ),
    ("action|accion|handling|dzialanie|aktion", &[Column::Action, Column::Touchpoint]),
    ("delay|delai", &[Column::Wait, Column::Duration]),
    (
        "responsible department|verantwortliche abteilung|service responsable|ansvarlig afdeling",
        &[Column::Owner, Column::Responsible],
    ),
];
