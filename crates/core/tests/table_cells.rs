//! Cells of step tables: what they say, and that they say the same when written.
#![allow(clippy::unwrap_used)] // a failed look-up is a failed test

use crosslane_cases::cases;
use crosslane_core::format::table::{Column, Kind, Setting, Unreadable, Value, read_cell, write_cell};
use crosslane_core::model::{Date, Evidence, Method, Minutes, Rating, Stage, Starter};
use proptest::prelude::*;

fn rating(value: f64) -> Value {
    Value::Rating(Rating::new(value).unwrap())
}

fn minutes(low: u64, high: u64) -> Value {
    Value::Minutes(Minutes::range(low, high).unwrap())
}

fn said(column: Column, cell: &str) -> Result<Option<Value>, Unreadable> {
    read_cell(column, cell, Setting::default()).map(|cell| cell.map(|(value, _)| value))
}

#[test]
fn ratings_are_read_where_they_are_beyond_doubt() {
    for (cell, value) in [
        ("4", 4.0),
        ("4.5", 4.5),
        ("3,5", 3.5),
        ("4/5", 4.0),
        ("4 / 5", 4.0),
        ("4 of 5", 4.0),
        ("4 out of 5", 4.0),
        ("4 von 5", 4.0),
        ("★★★★☆", 4.0),
        ("⭐⭐⭐", 3.0),
    ] {
        assert_eq!(said(Column::Satisfaction, cell), Ok(Some(rating(value))), "{cell}");
    }
    for cell in ["0", "6", "80%", "4/10", "8 of 10", "good", "+1", "★☆", "4-5", "1.200"] {
        if cell == "1.200" {
            assert_eq!(said(Column::Satisfaction, cell), Ok(Some(rating(1.2))));
        } else {
            assert_eq!(said(Column::Satisfaction, cell), Err(Unreadable), "{cell}");
        }
    }
}

#[test]
fn words_of_choices_are_matched_freely() {
    let stage = |cell| said(Column::Stage, cell).unwrap().unwrap();
    assert_eq!(stage("Front-Stage"), Value::Word(Stage::Frontstage.word()));
    assert_eq!(stage("back office"), Value::Word(Stage::Backstage.word()));
    assert_eq!(stage("Kunde"), Value::Word(Stage::Customer.word()));
    assert_eq!(stage("Unterstützung"), Value::Word(Stage::Support.word()));
    assert_eq!(said(Column::StartedBy, "Client"), Ok(Some(Value::Word(Starter::Customer.word()))));
    assert_eq!(said(Column::StartedBy, "wir"), Ok(Some(Value::Word(Starter::Organisation.word()))));
    assert_eq!(said(Column::Method, "E-Mail"), Ok(Some(Value::Word(Method::Email.word()))));
    assert_eq!(said(Column::Method, "none"), Ok(Some(Value::Word(Method::None.word()))));
    assert_eq!(said(Column::Evidence, "Umfrage"), Ok(Some(Value::Word(Evidence::Measured.word()))));
    for (cell, yes) in
        [("x", true), ("Ja", true), ("oui", true), ("✓", true), ("nie", false), ("No", false), ("0", false)]
    {
        assert_eq!(said(Column::MomentOfTruth, cell), Ok(Some(Value::YesNo(yes))), "{cell}");
    }
    assert_eq!(said(Column::MomentOfTruth, "maybe"), Err(Unreadable));
    assert_eq!(said(Column::Stage, "middle"), Err(Unreadable));
}

#[test]
fn counts_and_dates_are_read() {
    for (cell, count) in [
        ("1200", 1_200),
        ("1,200", 1_200),
        ("1.200", 1_200),
        ("1 200", 1_200),
        ("ca. 500", 500),
        ("1.2k", 1_200),
        ("30 per month", 30),
    ] {
        assert_eq!(said(Column::Volume, cell), Ok(Some(Value::Count(count))), "{cell}");
    }
    for cell in ["12.5", "many", "-3", "100/year", "1-2"] {
        assert_eq!(said(Column::Volume, cell), Err(Unreadable), "{cell}");
    }
    let day = Ok(Some(Value::Date(Date::parse("2026-03-31").unwrap())));
    for cell in ["2026-03-31", "2026-03-31 00:00:00", "2026/03/31", "31.3.2026", "31.03.2026"] {
        assert_eq!(said(Column::ReviewedOn, cell), day, "{cell}");
    }
    for cell in ["3/4/2026", "2026-02-30", "March"] {
        assert_eq!(said(Column::ReviewedOn, cell), Err(Unreadable), "{cell}");
    }
}

#[test]
fn nothing_known_differs_from_known_to_be_nothing() {
    for cell in ["", " ", "-", "–", "?", "n/a", "TBD", "unknown"] {
        for column in [Column::Systems, Column::Satisfaction, Column::Owner, Column::Notes, Column::Fallback]
        {
            assert_eq!(said(column, cell), Ok(None), "{cell}");
        }
    }
    assert_eq!(said(Column::Systems, "none"), Ok(Some(Value::List(Vec::new()))));
    assert_eq!(said(Column::Systems, "Keine"), Ok(Some(Value::List(Vec::new()))));
    assert_eq!(said(Column::Fallback, "none"), Ok(Some(Value::Text("".into()))));
    assert_eq!(said(Column::Notes, "none"), Ok(Some(Value::Text("none".into()))));
}

#[test]
fn lists_are_cut_at_semicolons_bars_and_line_breaks() {
    let list = |items: &[&str]| Ok(Some(Value::List(items.iter().map(ToString::to_string).collect())));
    assert_eq!(said(Column::Systems, "CRM; SAP ;Mail"), list(&["CRM", "SAP", "Mail"]));
    assert_eq!(said(Column::PainPoints, "- slow\r\n- rude\n• far"), list(&["slow", "rude", "far"]));
    assert_eq!(said(Column::Systems, "CRM | SAP"), list(&["CRM", "SAP"]));
    assert_eq!(said(Column::Owner, "City Clerk / Revenue, Office"), list(&["City Clerk / Revenue, Office"]));
    assert_eq!(
        said(Column::Quotes, "\"I waited; and waited\"; \"Great\""),
        list(&["I waited; and waited", "Great"])
    );
    assert_eq!(said(Column::Quotes, "\"Fine,\" she said"), list(&["\"Fine,\" she said"]));
}

fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-z\";|\n\r '–•-]{1,8}",
        "\\PC{1,8}",
        prop::sample::select(vec![
            "none",
            "-",
            "?",
            "n/a",
            "\"-\"",
            "\"\"none\"\"",
            "\"\"\"?\"\"\"",
            "a; b",
            "- a"
        ])
        .prop_map(str::to_owned),
    ];
    word.prop_map(|text| text.trim().to_owned()).prop_filter("something to say", |text| !text.is_empty())
}

fn values(column: Column) -> BoxedStrategy<Value> {
    match column.kind() {
        Kind::Text => texts().prop_map(|text| Value::Text(text.into())).boxed(),
        Kind::Name | Kind::Agreed => {
            prop_oneof![Just(String::new()), texts()].prop_map(|text| Value::Text(text.into())).boxed()
        }
        Kind::Entry => texts().prop_map(|text| Value::List(vec![text])).boxed(),
        Kind::Entries | Kind::Texts => prop::collection::vec(texts(), 0..4).prop_map(Value::List).boxed(),
        Kind::Rating => (1.0..=5.0_f64).prop_map(rating).boxed(),
        Kind::Minutes => {
            (0..90_000_u64, 0..90_000_u64).prop_map(|(low, more)| minutes(low, low + more)).boxed()
        }
        Kind::Count => (0..=9_007_199_254_740_991_u64).prop_map(Value::Count).boxed(),
        Kind::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
        Kind::Date => (1..=28_u8)
            .prop_map(|day| Value::Date(Date::parse(&format!("2026-02-{day:02}")).unwrap()))
            .boxed(),
        Kind::Choice(kind) => prop::sample::select(kind.words()).prop_map(Value::Word).boxed(),
    }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn every_value_reads_back_from_its_cell(
        (column, value) in prop::sample::select(Column::ALL).prop_flat_map(|column| (Just(column), values(column)))
    ) {
        let cell = write_cell(column, &value);
        for decimal_comma in [false, true] {
            let setting = Setting { decimal_comma, unit: None };
            prop_assert_eq!(read_cell(column, &cell, setting), Ok(Some((value.clone(), None))), "{:?}", &cell);
        }
    }
}
