//! The Crosslane web app: Leptos views over `crosslane-core`.

use leptos::prelude::*;

fn main() {
    leptos::mount::mount_to_body(|| view! { <main>"Crosslane"</main> });
}
