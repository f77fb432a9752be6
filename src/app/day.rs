//! The day it is, as it goes on: a page stays open over midnight.

use std::time::Duration;

use crosslane_core::model::Date;
use leptos::ev;

use super::today;
use crate::reactive::prelude::*;

thread_local! {
    static DAY: RwSignal<Option<Date>> = RwSignal::new(today());
}

/// Today. Reactive.
pub fn day() -> Option<Date> {
    DAY.with(Get::get)
}

/// Begins to follow the clock, for as long as the page is open.
pub(super) fn start() {
    look();
    // A computer that slept has a timer behind the clock.
    listen_always(ev::visibilitychange, |_| look());
    wait();
}

fn look() {
    let now = today();
    DAY.with(|day| {
        if day.get_untracked() != now {
            day.set(now);
        }
    });
}

/// Waits for midnight.
fn wait() {
    let now = js_sys::Date::new_0();
    let next = js_sys::Date::new_0();
    // The hour after 23 is the first of the next day, also where clocks are put forward or back.
    next.set_hours(24);
    next.set_minutes(0);
    next.set_seconds(0);
    next.set_milliseconds(0);
    let left = (next.get_time() - now.get_time()).max(1.0);
    let then = || {
        look();
        wait();
    };
    after_always(Duration::from_secs_f64(left / 1000.0), then);
}
