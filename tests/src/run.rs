//! Running one test in one browser.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

use crate::place;
use crate::{App, Settings};

/// How many browsers run at once: more of them only wait for each other.
const AT_ONCE: usize = 2;

/// Runs a test in a browser of its own. It ends with a look at what the browser noticed, which must be clean; where
/// it fails, a picture of the screen is kept in `target/browser-failures/`.
pub fn in_browser(settings: Settings, test: impl AsyncFnOnce(&mut App)) {
    let _turn = Turn::wait();
    let runtime = runtime();
    let limit = settings.limit;
    let mut app = runtime.block_on(App::start(settings));
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            let whole = async {
                test(&mut app).await;
                app.reports().await.assert_clean();
            };
            assert!(tokio::time::timeout(limit, whole).await.is_ok(), "the test takes longer than {limit:?}");
        });
    }));
    if outcome.is_err() {
        runtime.block_on(keep_picture(&app));
    }
    runtime.block_on(app.quit());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// A runtime for one browser.
pub fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().expect("the system gives a runtime")
}

async fn keep_picture(app: &App) {
    let name = std::thread::current().name().unwrap_or("test").replace("::", "-");
    let path = place::kept("browser-failures").join(format!("{name}.png"));
    // The browser may be what failed.
    if let Ok(Ok(png)) = tokio::time::timeout(Duration::from_secs(10), app.driver.screenshot_as_png()).await {
        eprintln!("the screen is kept in {}", path.display());
        let _ = std::fs::write(path, png);
    }
}

/// The right to run a browser, given back when dropped.
struct Turn;

static RUNNING: Mutex<usize> = Mutex::new(0);
static FREED: Condvar = Condvar::new();

impl Turn {
    fn wait() -> Self {
        let running = RUNNING.lock().expect("nobody panics while counting");
        *FREED.wait_while(running, |running| *running >= AT_ONCE).expect("nobody panics while counting") += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *RUNNING.lock().expect("nobody panics while counting") -= 1;
        FREED.notify_one();
    }
}
