//! Work that is done a little at a time: between, the page answers and is drawn.

use js_sys::{Date, Promise};
use wasm_bindgen_futures::JsFuture;

use super::prelude::window;

/// How long work goes on before the page has its turn, in milliseconds.
const LONGEST: f64 = 20.0;

/// When the page last had its turn.
pub struct Rest(f64);

impl Default for Rest {
    fn default() -> Self {
        Self(Date::now())
    }
}

impl Rest {
    /// Gives the page its turn where it has waited for long.
    pub async fn now_and_then(&mut self) {
        let waited = Date::now() - self.0;
        // A clock that was set back gives it its turn as well.
        if (0.0..LONGEST).contains(&waited) {
            return;
        }
        let turn = Promise::new(&mut |resolve, _| {
            // Where there is no timer the work goes on at once.
            if window().set_timeout_with_callback(&resolve).is_err() {
                drop(resolve.call0(&resolve));
            }
        });
        // It is never rejected.
        drop(JsFuture::from(turn).await);
        self.0 = Date::now();
    }
}
