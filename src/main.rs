//! The Crosslane web app: Leptos views over `crosslane-core`.

mod act;
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
    std::panic::set_hook(Box::new(report_panic));
    leptos::mount::mount_to_body(app::App);
}

/// Shows the failure screen: it stands in the page and needs nothing of the app.
fn report_panic(info: &std::panic::PanicHookInfo<'_>) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&info.to_string().into());
    if let Some(window) = web_sys::window()
        && let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("crosslane-failed", &init)
    {
        // Nobody is left to tell where even this fails.
        drop(window.dispatch_event(&event));
    }
}
