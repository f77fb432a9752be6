//! The words of the app's screens, one room each.

pub mod act;
pub mod compare;
pub mod departments;
pub mod fields;
pub mod flags;
pub mod handoffs;
pub mod home;
pub mod inspector;
pub mod map;
pub mod merging;
pub mod offline;
pub mod report;
pub mod sharing;
pub mod sheets;
pub mod shell;
pub mod snapshots;
pub mod storage;
pub mod table;
pub mod thresholds;
pub mod versions;
