//! Names as files of other programs hold them: there a name stands in every row of what it names.

use std::borrow::Cow;
use std::sync::Arc;

use super::ids::{LONGEST_NAME, is_long};
use crate::model::{Declared, Journey, Map, Workspace};

/// The workspace with every name cut that is longer than [`LONGEST_NAME`]: as it is where none is.
pub fn with_short_names(workspace: &Workspace) -> Cow<'_, Workspace> {
    let mut short = workspace.clone();
    let mut any = cut_text(&mut short.title);
    any |= cut(&mut short.departments, |department| cut_text(&mut department.name));
    any |= cut(&mut short.personas, |persona| cut_text(&mut persona.name));
    any |= cut(&mut short.channels, |channel| cut_text(&mut channel.name));
    any |= cut(&mut short.systems, |system| cut_text(&mut system.name));
    any |= cut(&mut short.items, |item| cut_text(&mut item.name));
    any |= cut(&mut short.journeys, cut_journey);
    if any { Cow::Owned(short) } else { Cow::Borrowed(workspace) }
}

fn cut_journey(journey: &mut Journey) -> bool {
    let mut any = cut_text(&mut journey.title);
    any |= cut(&mut journey.phases, |phase| {
        let name = cut_text(&mut phase.name);
        phase.goal.as_mut().is_some_and(cut_text) || name
    });
    any | cut(&mut journey.touchpoints, |touchpoint| cut_text(&mut touchpoint.name))
}

/// Cuts what is long in the entries of a map; whether anything was.
fn cut<T: Declared>(map: &mut Map<T>, short: impl Fn(&mut T) -> bool) -> bool {
    let mut changed = Vec::new();
    for (id, entry) in map.iter() {
        let mut entry = T::clone(entry);
        if short(&mut entry) {
            changed.push((*id, Arc::new(entry)));
        }
    }
    let any = !changed.is_empty();
    map.extend(changed);
    any
}

fn cut_text(text: &mut String) -> bool {
    let is_long = is_long(text);
    if is_long {
        *text = text.chars().take(LONGEST_NAME - 1).chain(['…']).collect();
    }
    is_long
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;
    use std::sync::Arc;

    use super::with_short_names;
    use crate::format::ids::LONGEST_NAME;
    use crate::format::table::{Delimiter, export, write_text};
    use crate::model::Journey;
    use crate::testing::{everything, large};

    #[test]
    fn a_workspace_without_long_names_is_as_it_is() {
        let workspace = everything(3);
        assert!(matches!(with_short_names(&workspace), Cow::Borrowed(same) if *same == workspace));
    }

    #[test]
    fn a_name_of_a_megabyte_is_not_written_into_every_row() {
        let mut workspace = large(1_000);
        let long = "長".repeat(300_000);
        let id = workspace.journey_order[0];
        let renamed = Journey { title: long, ..workspace.journeys[&id].as_ref().clone() };
        workspace.journeys.insert(id, Arc::new(renamed));
        let rows = export(&workspace, &workspace.journey_order);
        let text = write_text(&rows, Delimiter::Comma);
        assert!(text.len() < 20_000_000, "{} bytes", text.len());
        let cut = format!("{}…", "長".repeat(LONGEST_NAME - 1));
        assert!(rows[1].contains(&cut));
    }
}
