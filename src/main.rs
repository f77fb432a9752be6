//! The Crosslane web app: Leptos views over `crosslane-core`.

mod act;
mod apart;
mod app;
mod compare;
mod departments;
mod files;
mod flags;
mod handoffs;
mod home;
mod incoming;
mod inspector;
mod map;
mod meeting;
mod offline;
mod reactive;
mod report;
mod sharing;
mod sheets;
mod snapshots;
mod storage;
mod table;
mod ui;
mod versions;
mod workspace;

fn main() {
    std::panic::set_hook(Box::new(app::report_stop));
    if web_sys::window().is_some() {
        leptos::mount::mount_to_body(app::App);
    } else {
        app::parts::serve();
    }
}
