//! Joining the stylesheets of the built page: one is asked for sooner and compresses better than one for every room.

use std::path::Path;

use crate::error::XtaskError;
use crate::parts;

/// The stylesheet that stands alone: the screens before and instead of the app must not wait for the others.
const ALONE: &str = "./start-";

/// Puts the stylesheets of the page into one file, in their order, and returns the page that asks for it.
///
/// # Errors
/// When a file cannot be read, written or removed.
pub fn join(dist: &Path, html: &str) -> Result<String, XtaskError> {
    let tags: Vec<(&str, &str)> = links(html).filter(|(_, address)| !address.starts_with(ALONE)).collect();
    let Some((first, _)) = tags.first() else { return Ok(html.to_owned()) };
    let mut joined = Vec::new();
    for (_, address) in &tags {
        let path = dist.join(address);
        joined.extend(std::fs::read(&path).map_err(XtaskError::file(&path))?);
        std::fs::remove_file(&path).map_err(XtaskError::file(&path))?;
    }
    let name = format!("style-{:016x}.css", parts::named_by(std::iter::once(("", joined.as_slice()))));
    let path = dist.join(&name);
    std::fs::write(&path, joined).map_err(XtaskError::file(&path))?;
    let mut page = html.replacen(first, &format!("<link href=./{name} rel=stylesheet>"), 1);
    for (tag, _) in tags.iter().skip(1) {
        page = page.replacen(tag, "", 1);
    }
    Ok(page)
}

/// The tags of a page, as Trunk writes it, that ask for stylesheets, each with its address.
fn links(html: &str) -> impl Iterator<Item = (&str, &str)> {
    html.match_indices("<link ").filter_map(|(start, _)| {
        let tag = html.get(start..=start + html.get(start..)?.find('>')?)?;
        let address = tag.split([' ', '>']).find_map(|word| word.strip_prefix("href="))?;
        tag.contains("rel=stylesheet").then_some((tag, address))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::join;

    #[test]
    fn the_stylesheets_of_the_rooms_become_one_in_their_order() {
        let dist = std::env::temp_dir().join(format!("crosslane-styles-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
        for (name, text) in [("start-1.css", "s{}"), ("base-2.css", "b{}"), ("map-3.css", "m{}")] {
            std::fs::write(dist.join(name), text).unwrap();
        }
        let page = "<link href=data:x rel=icon><link href=./start-1.css integrity=sha384-a rel=stylesheet>\
            <link href=./base-2.css integrity=sha384-b rel=stylesheet>\
            <link href=./map-3.css integrity=sha384-c rel=stylesheet><script defer src=./start.js></script>";
        let page = join(&dist, page).unwrap();
        let name = page.split("href=./style-").nth(1).unwrap().split(' ').next().unwrap();
        assert_eq!(std::fs::read_to_string(dist.join(format!("style-{name}"))).unwrap(), "b{}m{}");
        assert_eq!(
            page,
            format!(
                "<link href=data:x rel=icon><link href=./start-1.css integrity=sha384-a rel=stylesheet>\
                <link href=./style-{name} rel=stylesheet><script defer src=./start.js></script>"
            )
        );
        assert!(dist.join("start-1.css").exists() && !dist.join("base-2.css").exists());
        std::fs::remove_dir_all(dist).unwrap();
    }
}
