//! The whole app in a real browser. One folder of tests per concern; `crosslane_browser_tests` has the hands and eyes.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a failed `unwrap` is a failed test

mod acting;
mod back;
mod coming_in;
mod comparing;
mod cut;
mod failing;
mod firefox;
mod hand;
mod harness;
mod keeping;
mod keyboards;
mod killed;
mod large;
mod later;
mod leaving;
mod mapping;
mod meeting;
mod merging;
mod offline;
mod opening;
mod registers;
mod safe;
mod sharing;
mod steps;
mod storm;
mod table;
mod tabs;
mod translated;
mod views;
