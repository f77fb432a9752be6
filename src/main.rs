//! The Crosslane web app: Leptos views over `crosslane-core`.

mod app;
mod flags;
mod handoffs;
mod home;
mod map;
mod print;
mod snapshots;
mod storage;
mod table;
mod ui;

fn main() {
    leptos::mount::mount_to_body(app::App);
}
