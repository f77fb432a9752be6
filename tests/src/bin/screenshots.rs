//! `cargo xtask screenshots`: a PNG of every scene in light and dark, wide and narrow, in `target/screenshots/`.
//!
//! Words on the command line choose the scenes whose name holds one of them.

use std::path::Path;
use std::process::ExitCode;

use crosslane_browser_tests::scenes::{self, Scene};
use crosslane_browser_tests::{Scheme, Settings, Size, in_browser, kept};

const SIZES: [(&str, Size); 2] = [("wide", Size::WIDE), ("narrow", Size::NARROW)];
const SCHEMES: [(&str, Scheme); 2] = [("light", Scheme::Light), ("dark", Scheme::Dark)];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let folder = kept("screenshots");
    let chosen =
        scenes::all().filter(|scene| words.is_empty() || words.iter().any(|word| scene.name.contains(word)));
    let mut failed = Vec::new();
    for scene in chosen {
        // One scene that cannot be reached keeps no other from being seen.
        if std::panic::catch_unwind(|| take(scene, &folder)).is_err() {
            failed.push(scene.name);
        }
    }
    for name in &failed {
        eprintln!("the scene `{name}` could not be reached");
    }
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Takes the four pictures of a scene.
fn take(scene: &Scene, folder: &Path) {
    for (width, size) in SIZES {
        let settings = Settings { size, faults: scene.faults.to_vec(), ..Settings::default() };
        in_browser(settings, async |app| {
            (scene.steps)(app).await;
            for (shade, scheme) in SCHEMES {
                app.set_scheme(scheme).await;
                app.wait_until_still().await;
                let path = folder.join(format!("{}-{width}-{shade}.png", scene.name));
                match std::fs::write(&path, app.picture().await) {
                    Ok(()) => println!("{}", path.display()),
                    Err(error) => panic!("{}: {error}", path.display()),
                }
            }
            // A scene may show a failure: what the browser says of it is not a finding here.
            app.reports().await;
        });
    }
}
