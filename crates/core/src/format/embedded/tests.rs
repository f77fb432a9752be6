#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use crosslane_cases::cases;
use proptest::prelude::*;

use super::*;
use crate::testing::{anything, everything, large};

/// A white pixel.
const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0,
    1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8,
    0x0f, 0, 1, 1, 1, 0, 0x1b, 0xb6, 0xee, 0x56, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
];

fn svg(workspace: &Workspace) -> String {
    format!("<svg><title>x</title><metadata>{}</metadata></svg>", element(workspace))
}

#[test]
fn what_is_put_into_a_page_or_picture_comes_out_as_it_was() {
    for workspace in (0..8).map(|seed| open(&anything(seed)).unwrap().workspace).chain([large(300)]) {
        assert_eq!(read(svg(&workspace).as_bytes()).unwrap().workspace, workspace);
        let png = into_png(PIXEL, &workspace).unwrap();
        assert_eq!(read(&png).unwrap().workspace, workspace);
        assert!(png.ends_with(&PIXEL[PIXEL.len() - AROUND..]), "the end stays the end");
    }
}

const AROUND: usize = 12;

#[test]
fn a_picture_made_again_holds_only_the_newest() {
    let (old, new) = (everything(1), everything(2));
    let png = into_png(&into_png(PIXEL, &old).unwrap(), &new).unwrap();
    assert_eq!(png, into_png(PIXEL, &new).unwrap());
}

#[test]
fn another_program_may_name_the_namespace_otherwise() {
    let workspace = everything(1);
    let saved = svg(&workspace)
        .replace("<workspace xmlns=", "<ns0:workspace\n xmlns:ns0=")
        .replace(">1.", " id=\"x\">\n  1.")
        .replace("</workspace>", "\n</ns0:workspace>");
    assert_eq!(read(saved.as_bytes()).unwrap().workspace, workspace);
}

#[test]
fn text_that_looks_like_a_workspace_does_not_hide_it() {
    let workspace = everything(1);
    let svg = svg(&workspace).replace("x</title>", "urn:crosslane>1.AAAA</title><g>urn:crosslane>1.x=</g>");
    assert_eq!(read(svg.as_bytes()).unwrap().workspace, workspace);
}

#[test]
fn what_holds_none_or_is_damaged_says_so() {
    assert_eq!(read(b"<svg/>"), Err(EmbeddedError::None));
    assert_eq!(read(PIXEL), Err(EmbeddedError::None));
    assert_eq!(into_png(b"GIF89a", &everything(1)), Err(PngError::NotPng));
    assert_eq!(into_png(&PIXEL[..40], &everything(1)), Err(PngError::NotPng));
    let mut png = into_png(PIXEL, &everything(1)).unwrap();
    let middle = png.len() - 100;
    png[middle] ^= 1;
    assert_eq!(read(&png), Err(EmbeddedError::Damaged));
    let bomb = pack::encode(&PACKED.deflate(&" ".repeat(MAX_INFLATED + 1)));
    let svg = format!("<x xmlns=\"{NAMESPACE}\">{PREFIX}{bomb}</x>");
    assert_eq!(read(svg.as_bytes()), Err(EmbeddedError::TooLarge));
    let svg = format!("<x xmlns=\"{NAMESPACE}\">{PREFIX}{}</x>", pack::encode(&PACKED.deflate("{}")));
    assert!(matches!(read(svg.as_bytes()), Err(EmbeddedError::Refused(_))));
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_bytes_make_it_stop(mut bytes in proptest::collection::vec(any::<u8>(), 0..200), png in any::<bool>()) {
        if png {
            bytes.splice(0..0, SIGNATURE);
        }
        let _ = read(&bytes);
        let _ = into_png(&bytes, &Workspace::default());
    }

    #[test]
    fn no_change_makes_it_stop(at in any::<prop::sample::Index>(), to in any::<u8>(), png in any::<bool>()) {
        let workspace = everything(3);
        let mut bytes = if png { into_png(PIXEL, &workspace).unwrap() } else { svg(&workspace).into_bytes() };
        let at = at.index(bytes.len());
        bytes[at] = to;
        let _ = read(&bytes);
    }
}
