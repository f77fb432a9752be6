//! Step tables of any make, read as the touchpoints their authors meant.
#![allow(clippy::unwrap_used, clippy::panic)] // a failed look-up is a failed test

use crosslane_cases::cases;
use crosslane_core::format::table::{
    Column, Delimiter, Layout, Part, ProblemKind, Sheet, StepRow, StepTable, TableError, Value, write_text,
};
use crosslane_core::model::{Minutes, Rating, Stage};
use proptest::prelude::*;

fn read(text: &str) -> StepTable {
    let sheet = Sheet::read_text(text).unwrap();
    StepTable::read(&sheet, &Layout::propose(&sheet)).unwrap()
}

fn columns(headers: &str) -> Vec<Part> {
    let sheet = Sheet::read_text(headers).unwrap();
    Layout::propose(&sheet).columns.into_iter().map(|used| used.part).collect()
}

fn kinds(table: &StepTable) -> Vec<ProblemKind> {
    table.problems.list.iter().map(|problem| problem.kind).collect()
}

fn names(table: &StepTable) -> Vec<&str> {
    table.rows.iter().filter_map(|row| row.text(Column::Touchpoint)).collect()
}

fn rating(value: f64) -> Value {
    Value::Rating(Rating::new(value).unwrap())
}

fn minutes(low: u64, high: u64) -> Value {
    Value::Minutes(Minutes::range(low, high).unwrap())
}

fn is(columns: &[Column]) -> Vec<Part> {
    columns.iter().copied().map(Part::Column).collect()
}

#[test]
fn headers_are_matched_freely_and_in_any_order() {
    use Column::{
        Channel, Duration, Journey, MomentOfTruth, Needed, Notes, Owner, PainPoints, Phase, Satisfaction,
        Stage, Touchpoint, Wait,
    };
    for (headers, expected) in [
        ("OWNER,touch-point,phase_name", vec![Owner, Touchpoint, Phase]),
        ("Journey,Phase,Touchpoint,Owner,Stage", vec![Journey, Phase, Touchpoint, Owner, Stage]),
        ("Moment of truth?,Pain-points,Touchpoints", vec![MomentOfTruth, PainPoints, Touchpoint]),
        ("Step;Department;Wait time (h);Duration in days", vec![Touchpoint, Owner, Wait, Duration]),
        (
            "Schritt;Abteilung;Kanal;Zufriedenheit;Wartezeit",
            vec![Touchpoint, Owner, Channel, Satisfaction, Wait],
        ),
        (
            "Étape;Service;Canal;Durée;Points de douleur",
            vec![Touchpoint, Owner, Channel, Duration, PainPoints],
        ),
        ("Fase;Paso;Departamento;Información necesaria", vec![Phase, Touchpoint, Owner, Needed]),
        ("Fase;Trin;Afdeling;Ventetid;Bemærkninger", vec![Phase, Touchpoint, Owner, Wait, Notes]),
        ("Faza;Krok;Dział;Czas oczekiwania;Uwagi", vec![Phase, Touchpoint, Owner, Wait, Notes]),
    ] {
        assert_eq!(columns(headers), is(&expected), "{headers}");
    }
}

#[test]
fn every_written_header_reads_as_its_column() {
    let headers: Vec<&str> = Column::ALL.iter().map(|column| column.header()).collect();
    assert_eq!(columns(&headers.join(",")), is(Column::ALL));
}

#[test]
fn a_name_of_two_columns_takes_the_free_one() {
    use Column::{Action, Owner, Phase, Responsible, Stage, Touchpoint};
    assert_eq!(columns("Touchpoint,Responsible"), is(&[Touchpoint, Owner]));
    assert_eq!(columns("Responsible,Touchpoint,Owner"), is(&[Responsible, Touchpoint, Owner]));
    assert_eq!(columns("Touchpoint,Step"), is(&[Touchpoint, Action]));
    assert_eq!(columns("Étape,Point de contact,Service"), is(&[Phase, Touchpoint, Owner]));
    assert_eq!(columns("Stage,Touchpoint\nfrontstage,Call\n"), is(&[Stage, Touchpoint]));
    assert_eq!(columns("Stage,Touchpoint\nAwareness,Call\n"), is(&[Phase, Touchpoint]));
}

#[test]
fn two_headers_of_one_meaning_keep_both() {
    let table = read("Touchpoint,Owner,Department\nCall,Anna,Sales\n");
    let row = &table.rows[0];
    assert_eq!(row.list(Column::Owner).unwrap(), ["Sales"], "a department is the better owner");
    assert_eq!(row.notes().unwrap(), "Owner: Anna");
    assert!(kinds(&table).contains(&ProblemKind::ColumnTwice(Column::Owner)));
}

#[test]
fn unknown_columns_and_overlong_rows_end_in_the_notes() {
    let table = read("Touchpoint,Cost,Notes,Owner\nCall,5 EUR,Long queue,Sales,and more\nPay,,,\n");
    assert_eq!(table.rows[0].notes().unwrap(), "Long queue\nCost: 5 EUR\nColumn 5: and more");
    assert_eq!(table.rows[1].notes(), None);
    let told: Vec<_> =
        table.problems.list.iter().map(|problem| (problem.column, problem.header.as_str())).collect();
    assert_eq!(told, [(2, "Cost"), (5, "")]);
}

#[test]
fn row_numbers_are_left_out_but_other_numbers_are_not() {
    let table = read("#,Touchpoint,Owner\n1,Call,A\n2,Pay,B\n");
    assert_eq!(kinds(&table), [ProblemKind::RowNumbers]);
    assert_eq!(table.rows[0].notes(), None);
    let table = read("No.,Touchpoint,Owner\n2,Call,A\n1,Pay,B\n");
    assert_eq!(table.rows[0].notes().unwrap(), "No.: 2");
    let table = read("Step,Activity,Owner\n1,Call,A\n2,Pay,B\n");
    assert_eq!(names(&table), ["Call", "Pay"]);
}

#[test]
fn titles_above_the_headers_are_told_and_left_out() {
    let table = read("Claims journey 2026,,\n,,\nPhase,Touchpoint,Owner\nReport,Call,Sales\n");
    assert_eq!(names(&table), ["Call"]);
    let problem = &table.problems.list[0];
    assert_eq!(
        (problem.kind, problem.row, problem.value.as_str()),
        (ProblemKind::AboveHeaders, 1, "Claims journey 2026")
    );
}

#[test]
fn a_block_without_headers_is_read_by_what_it_holds() {
    let table = read("Call hotline\tCare\tfrontstage\t10 min\t7\nPay\tFinance\tbackstage\t2 days\t8\n");
    let row = &table.rows[0];
    assert_eq!(row.text(Column::Touchpoint), Some("Call hotline"));
    assert_eq!(row.list(Column::Owner).unwrap(), ["Care"]);
    assert_eq!(row.values[&Column::Stage], Value::Word(Stage::Frontstage.word()));
    assert_eq!(row.values[&Column::Duration], minutes(10, 10));
    assert_eq!(row.notes().unwrap(), "Column 5: 7");
    assert_eq!(kinds(&table), [ProblemKind::NoHeaders]);
    assert_eq!(names(&read("Call hotline\nPay\n")), ["Call hotline", "Pay"]);
}

#[test]
fn a_table_without_texts_is_refused() {
    let sheet = Sheet::read_text("1,2\n3,4\n").unwrap();
    let layout = Layout::propose(&sheet);
    assert_eq!(StepTable::read(&sheet, &layout), Err(TableError::NoTouchpoints));
}

#[test]
fn a_person_can_change_what_a_column_is() {
    let sheet = Sheet::read_text("Touchpoint,Cost\nCall,CRM\n").unwrap();
    let mut layout = Layout::propose(&sheet);
    layout.columns[1].part = Part::Column(Column::Systems);
    let table = StepTable::read(&sheet, &layout).unwrap();
    assert_eq!(table.rows[0].list(Column::Systems).unwrap(), ["CRM"]);
    assert_eq!(table.rows[0].notes(), None);
}

#[test]
fn empty_cells_below_a_journey_and_a_phase_mean_the_same() {
    let table = read("Journey,Phase,Touchpoint\nMove,Plan,Call\n,,Visit\n,Go,Pack\nQuit,,Write\n,-,Return\n");
    let places: Vec<_> =
        table.rows.iter().map(|row| (row.text(Column::Journey).unwrap(), row.text(Column::Phase))).collect();
    assert_eq!(
        places,
        [
            ("Move", Some("Plan")),
            ("Move", Some("Plan")),
            ("Move", Some("Go")),
            ("Quit", None),
            ("Quit", Some("")),
        ]
    );
}

#[test]
fn rows_without_a_touchpoint_continue_the_one_above_or_open_a_phase() {
    let table =
        read("Phase,Touchpoint,Pain points,Notes\nPlan,Call,Slow,a\n,,Rude,b\nPlan,,Far,\nGo,,,\n,Pack,,\n");
    assert_eq!(table.rows.len(), 3);
    assert_eq!(table.rows[0].list(Column::PainPoints).unwrap(), ["Slow", "Rude", "Far"]);
    assert_eq!(table.rows[0].notes().unwrap(), "a\nb");
    assert!(!table.rows[1].is_touchpoint());
    assert_eq!(table.rows[1].text(Column::Phase), Some("Go"));
    assert_eq!(table.rows[2].text(Column::Phase), Some("Go"));
    let table = read("Touchpoint,Owner\nCall,Sales\n,Care\n");
    assert!(table.rows[1].is_touchpoint());
    assert_eq!(kinds(&table), [ProblemKind::NoName]);
}

#[test]
fn several_owners_are_kept_and_told() {
    let table = read("Touchpoint,Owner,Channel\nCall,Sales; Care,Phone | Chat\n");
    assert_eq!(table.rows[0].list(Column::Owner).unwrap(), ["Sales", "Care"]);
    assert_eq!(table.rows[0].list(Column::Channel).unwrap(), ["Phone"]);
    assert_eq!(table.rows[0].notes().unwrap(), "Channel: Chat");
    assert_eq!(kinds(&table), [ProblemKind::SeveralOwners, ProblemKind::Several(Column::Channel)]);
}

#[test]
fn what_cannot_be_read_is_told_with_its_place_and_kept() {
    let table = read("Touchpoint;Satisfaction;Duration\nCall;80 %;a while\nPay;3,5;2 h\n");
    let row = &table.rows[0];
    assert_eq!(row.notes().unwrap(), "Satisfaction: 80 %\nDuration: a while");
    assert!(!row.values.contains_key(&Column::Satisfaction) && !row.values.contains_key(&Column::Duration));
    let problem = &table.problems.list[1];
    assert_eq!((problem.row, problem.column), (2, 3));
    assert_eq!((problem.header.as_str(), problem.value.as_str()), ("Duration", "a while"));
    assert_eq!(table.rows[1].values[&Column::Satisfaction], rating(3.5));
}

#[test]
fn units_and_scales_of_headers_count() {
    let table = read(
        "Touchpoint,Duration (days),Satisfaction (1-10),CSAT (1-5),Volume (per year)\nCall,1-2,8,4,600\n",
    );
    let row = &table.rows[0];
    assert_eq!(row.values[&Column::Duration], minutes(1_440, 2_880));
    assert_eq!(row.values[&Column::Satisfaction], rating(4.0));
    assert_eq!(row.notes().unwrap(), "Satisfaction (1-10): 8\nVolume (per year): 600");
    assert_eq!(
        kinds(&table),
        [ProblemKind::OtherScale(Column::Satisfaction), ProblemKind::OtherScale(Column::Volume)]
    );
}

#[test]
fn assumptions_are_told_once_for_each_column() {
    let table = read("Touchpoint,Duration,Wait\nCall,90,3 business days\nPay,20,2 h\nGo,30,1 business day\n");
    assert_eq!(kinds(&table), [ProblemKind::AssumedMinutes, ProblemKind::BusinessDays]);
    assert_eq!(table.rows[0].values[&Column::Duration], minutes(90, 90));
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn any_table_is_read_without_losing_a_word(
        headers in prop::collection::vec(prop::sample::select(vec!["Touchpoint", "Owner", "Duration", "Foo", "Stage", "Phase", "Notes", "Systems"]), 2..6),
        rows in prop::collection::vec(prop::collection::vec("(w[0-9]{3}|2 days|front|\\PC{0,4})", 1..7), 1..5),
    ) {
        let text: Vec<Vec<String>> = std::iter::once(headers.iter().map(ToString::to_string).collect()).chain(rows.clone()).collect();
        let text = write_text(&text, Delimiter::Comma);
        let Ok(sheet) = Sheet::read_text(&text) else { return Ok(()) };
        let Ok(table) = StepTable::read(&sheet, &Layout::propose(&sheet)) else { return Ok(()) };
        let told = table.problems.list.iter().map(|problem| problem.value.clone());
        let seen: String = table.rows.iter().map(|row| format!("{:?}{:?}", row.values, row.kept)).chain(told).collect();
        // Words that no column can read as something else, such as `000H` as a time.
        let body = rows.iter().flatten().filter(|cell| cell.len() == 4 && cell.starts_with('w') && cell[1..].bytes().all(|byte| byte.is_ascii_digit()));
        for word in body {
            prop_assert!(seen.contains(word.as_str()), "{} is lost: {:?}", word, table);
        }
    }
}

#[test]
fn the_permits_are_read_whole() {
    let Some(inputs) = std::env::var_os("CROSSLANE_INPUTS") else {
        println!("left out: CROSSLANE_INPUTS is not set");
        return;
    };
    let bytes = std::fs::read(std::path::Path::new(&inputs).join("permits.csv")).unwrap();
    let sheet = Sheet::read(&bytes).unwrap();
    let table = StepTable::read(&sheet, &Layout::propose(&sheet)).unwrap();
    assert_eq!(table.problems.list, []);
    assert_eq!(table.rows.len(), 708);
    let distinct = |of: fn(&StepRow) -> String| {
        table.rows.iter().map(of).collect::<std::collections::BTreeSet<String>>().len()
    };
    assert_eq!(distinct(|row| row.text(Column::Journey).unwrap().to_owned()), 114);
    assert_eq!(distinct(|row| row.list(Column::Owner).unwrap().join("+")), 47);
    assert!(table.rows.iter().all(|row| row.values.contains_key(&Column::Duration) && row.kept.is_empty()));
}
