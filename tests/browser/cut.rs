//! Parts of the program that do not arrive, until the tab is told that they do.

/// Has no file arrive whose name holds this; to be run before every page.
pub fn off(name: &str) -> String {
    format!(
        "const fetches = window.fetch; \
         window.fetch = (address, ...rest) => !sessionStorage.mended && String(address).includes('{name}') \
           ? Promise.reject(new TypeError('cut off')) : fetches(address, ...rest)"
    )
}

/// From now on everything arrives in this tab.
pub const MEND: &str = "sessionStorage.mended = 'yes'";
