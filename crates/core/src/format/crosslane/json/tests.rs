//! The reader of JSON agrees with another one, and with the text.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_cases::cases;
use proptest::prelude::*;

use super::*;
use crate::testing::anything;

fn fault(text: &str) -> (usize, usize, JsonFault) {
    let error = parse(text).unwrap_err();
    (error.line, error.column, error.fault)
}

#[test]
fn faults_have_their_place() {
    assert_eq!(fault(""), (1, 1, JsonFault::EndsEarly));
    assert_eq!(fault("{\n  \"é\" 1}"), (2, 7, JsonFault::Unexpected('1')));
    assert_eq!(fault("[1] ü"), (1, 5, JsonFault::AfterEnd('ü')));
    assert_eq!(fault("[1,]"), (1, 4, JsonFault::Unexpected(']')));
    assert_eq!(fault("[01]"), (1, 4, JsonFault::BadNumber));
    assert_eq!(fault("[1.]").2, JsonFault::BadNumber);
    assert_eq!(fault("1e999").2, JsonFault::NumberTooLarge);
    assert_eq!(fault("\"\\x\"").2, JsonFault::BadEscape);
    assert_eq!(fault("\"\\ud800\"").2, JsonFault::BadEscape);
    assert_eq!(fault("\"a\nb\""), (1, 3, JsonFault::ControlCharacter));
    assert_eq!(parse("\"\\ud83d\\ude00\"").unwrap().0, "😀");
    assert_eq!(fault("tru").2, JsonFault::Unexpected('t'));
    assert_eq!(fault(&"[".repeat(MAX_DEPTH + 1)), (1, MAX_DEPTH + 1, JsonFault::TooDeep));
    assert!(parse(&["[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH)].concat()).is_ok());
}

/// `serde_json` as the oracle; it reads some numbers a last digit off, which is why it is not used.
fn agrees_with_serde_json(text: &str) {
    let oracle: Result<Value, _> = serde_json::from_str(text);
    match (parse(text), oracle) {
        (Ok((value, twice)), Ok(expected)) if twice == Twice::default() => {
            assert!(same(&value, &expected), "{text}: {value} is not {expected}");
        }
        (Ok(_), Ok(_)) | (Err(_), Err(_)) => {}
        (ours, theirs) => panic!("{text}: {ours:?} is not {theirs:?}"),
    }
}

fn same(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
        }
        (Value::Object(ours), Value::Object(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|((k, a), (l, b))| k == l && same(a, b))
        }
        (Value::Number(a), Value::Number(b)) if a.is_f64() && b.is_f64() => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            (a - b).abs() <= a.abs() * 1e-15
        }
        _ => ours == theirs,
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn reads_what_serde_json_reads(text in "[\\[\\]{}\",:0-9a-fu.eE+\\\\ntrls\n -]{0,24}") {
        agrees_with_serde_json(&text);
    }

    #[test]
    fn reads_strings_and_numbers_as_serde_json_does(
        text in r#"\[("([a-zé"]|\\["\\/bfnrtux]|\\u[0-9a-fdD][0-9a-f]{3}){0,6}"|-?[0-9]{1,22}(\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?),?\]"#,
    ) {
        agrees_with_serde_json(&text);
    }

    #[test]
    fn numbers_are_exact(bits: u64) {
        let number = f64::from_bits(bits);
        if number.is_finite() {
            prop_assert_eq!(parse(&format!("{number:e}")).unwrap().0.as_f64(), Some(number));
        }
    }
}

#[test]
fn reads_whole_files_as_serde_json_does() {
    for seed in 0..8 {
        agrees_with_serde_json(&anything(seed));
    }
}
