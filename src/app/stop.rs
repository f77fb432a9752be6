//! What the program says to the page when it stops all the same: `start/start.js` shows it, and starts the program again.

/// Tells the page that the program has stopped, and where: it needs nothing of the app.
pub fn report(info: &std::panic::PanicHookInfo<'_>) {
    tell_page("crosslane-failed", &info.to_string());
}

/// Tells the page something by an event of this name.
pub fn tell_page(name: &str, detail: &str) {
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&detail.into());
    if let Some(window) = web_sys::window()
        && let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict(name, &init)
    {
        // Nobody is left to tell where even this fails.
        drop(window.dispatch_event(&event));
    }
}
