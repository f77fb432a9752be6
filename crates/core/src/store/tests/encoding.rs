//! Bytes as text of 15 bits a unit.

use crosslane_cases::cases;
use proptest::prelude::*;

use crate::store::encode::{decode, encode};
use crate::store::units;

#[test]
fn every_length_comes_back_and_takes_a_unit_for_15_bits() {
    for length in 0..100_usize {
        for byte in [0, 0x55, 0xff] {
            let bytes = vec![byte; length];
            let text = encode(&bytes);
            assert_eq!(units(&text), (length * 8).div_ceil(15));
            assert_eq!(decode(&text), Some(bytes));
        }
    }
}

#[test]
fn what_encoding_never_writes_is_refused() {
    let text = encode(b"some bytes");
    let bad = ["\u{337f}", "\u{b400}", "a", "\u{3380}\u{3400}", "\u{3381}", &format!("{text} "), &text[3..]];
    for bad in bad {
        assert_ne!(decode(bad).as_deref(), Some(b"some bytes".as_slice()), "{bad:?}");
    }
    assert_eq!(decode("\u{337f}"), None);
    assert_eq!(decode("\u{b400}"), None);
    assert_eq!(decode("\u{3380}\u{3400}"), None, "a short piece that is not the last");
    assert_eq!(decode("\u{3381}"), None, "padding that is not zero");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn random_bytes_come_back_from_harmless_characters(bytes: Vec<u8>) {
        let text = encode(&bytes);
        let harmless = |c: char| ('\u{3380}'..'\u{b400}').contains(&c);
        prop_assert!(text.chars().all(harmless), "{}", &text);
        prop_assert_eq!(units(&text), text.chars().count());
        prop_assert_eq!(decode(&text), Some(bytes));
    }

    #[test]
    fn decoding_is_total(text: String, near in "[\u{3370}-\u{3410}\u{b3f0}-\u{b410}]{0,12}") {
        decode(&text);
        decode(&near);
    }
}
