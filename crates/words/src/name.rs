//! Names that people typed, made fit for a sentence: one line, of bearable length, quoted or not, and
//! unable to reorder the words around them.

use crosslane_core::model::{EntityKind, Id, Journey, Ref, Workspace};

use crate::en::names as en;

/// The longest name in a sentence, in characters; the rest is cut.
const LONGEST: usize = 60;
/// First strong isolate: what follows does not change the direction of the words around it.
pub const ISOLATE: char = '\u{2068}';
/// Pop directional isolate: its end.
pub const END_ISOLATE: char = '\u{2069}';

/// The name of an entity as it stands in the workspace; `None` where there is no such entity. Phases and
/// touchpoints are looked up in `journey`.
pub fn raw(workspace: &Workspace, journey: Option<&Journey>, kind: EntityKind, id: Id) -> Option<String> {
    fn of<T>(found: Option<&std::sync::Arc<T>>, name: fn(&T) -> &String) -> Option<String> {
        found.map(|entity| name(entity).clone())
    }
    match kind {
        EntityKind::Department => of(workspace.departments.get(&id), |it| &it.name),
        EntityKind::Persona => of(workspace.personas.get(&id), |it| &it.name),
        EntityKind::Channel => of(workspace.channels.get(&id), |it| &it.name),
        EntityKind::System => of(workspace.systems.get(&id), |it| &it.name),
        EntityKind::Item => of(workspace.items.get(&id), |it| &it.name),
        EntityKind::Subject => of(workspace.subjects.get(&id), |it| &it.name),
        EntityKind::Standard => {
            let subject = workspace.standards.get(&id)?.subject.map(Ref::id);
            subject.map_or(Some(String::new()), |id| raw(workspace, journey, EntityKind::Subject, id))
        }
        EntityKind::Term => of(workspace.terms.get(&id), |it| &it.concept),
        EntityKind::Measure => of(workspace.measures.get(&id), |it| &it.name),
        EntityKind::Goal => of(workspace.goals.get(&id), |it| &it.outcome),
        EntityKind::Journey => of(workspace.journeys.get(&id), |it| &it.title),
        EntityKind::Phase => of(journey?.phases.get(&id), |it| &it.name),
        EntityKind::Touchpoint => of(journey?.touchpoints.get(&id), |it| &it.name),
        EntityKind::Decision => of(workspace.committee.as_ref()?.decisions.get(&id), |it| &it.text),
        EntityKind::Initiative => of(workspace.initiatives.get(&id), |it| &it.title),
        EntityKind::Story => of(workspace.stories.get(&id), |it| &it.title),
        EntityKind::Session => of(workspace.sessions.get(&id), |it| &it.title),
    }
}

/// The name of an entity for a sentence: quoted where it is of a kind that needs it to stand out;
/// "an unnamed …" where it has none; the identifier where there is no such entity.
pub fn shown(workspace: &Workspace, journey: Option<&Journey>, kind: EntityKind, id: Id) -> String {
    let Some(name) = raw(workspace, journey, kind, id) else { return quoted(id.as_str()) };
    if is_blank(&name) {
        return en::unnamed(kind).to_owned();
    }
    // Departments, channels and systems read as proper names.
    match kind {
        EntityKind::Department | EntityKind::Channel | EntityKind::System | EntityKind::Persona => {
            plain(&name)
        }
        _ => quoted(&name),
    }
}

/// Any text in quotes.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len().min(4 * LONGEST) + 8);
    quoted.push(en::OPEN);
    push_clean(&mut quoted, text);
    quoted.push(en::CLOSE);
    quoted
}

/// Any text without quotes.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len().min(4 * LONGEST));
    push_clean(&mut plain, text);
    plain
}

/// Whether nothing of a text can be seen.
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_hidden(c))
}

/// The text on one line, cut where it is long, without characters that steer a terminal or the direction
/// of writing; isolated where it holds letters written from right to left.
fn push_clean(target: &mut String, text: &str) {
    let isolate = text.chars().any(is_right_to_left);
    if isolate {
        target.push(ISOLATE);
    }
    let mut length = 0;
    let mut space = false;
    for c in text.chars().filter(|c| !is_hidden(*c) || c.is_whitespace()) {
        if c.is_whitespace() {
            space = length > 0;
            continue;
        }
        if length + usize::from(space) >= LONGEST {
            target.push('…');
            break;
        }
        if std::mem::take(&mut space) {
            target.push(' ');
            length += 1;
        }
        target.push(c);
        length += 1;
    }
    if isolate {
        target.push(END_ISOLATE);
    }
}

/// Controls, marks of direction and the byte order mark: nothing to see, much to break.
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{feff}' | '\u{2060}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text is read from right to left: its first letter is of such a script.
pub fn reads_right_to_left(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left)
}

/// Letters of the blocks of scripts written from right to left.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_sentence() {
        assert_eq!(quoted(" Call \n\t us "), "“Call us”");
        assert_eq!(quoted("a\u{1b}[31m\u{202e}b\u{2069}\u{0}"), "“a[31mb”");
        assert_eq!(quoted("שיחה"), "“\u{2068}שיחה\u{2069}”");
        assert_eq!(plain(&"x".repeat(500)).chars().count(), LONGEST + 1);
        assert!(is_blank(" \u{feff}\u{200b}\n"));
        assert!(!is_blank("."));
    }

    #[test]
    fn an_empty_name_says_so_and_a_lost_one_gives_its_identifier() {
        let mut workspace = Workspace::default();
        let (empty, lost) = (Id::new("d1"), Id::new("d2"));
        let (Some(empty), Some(lost)) = (empty, lost) else { unreachable!("both are identifiers") };
        workspace.departments.insert(empty, std::sync::Arc::default());
        assert_eq!(shown(&workspace, None, EntityKind::Department, empty), "an unnamed department");
        assert_eq!(shown(&workspace, None, EntityKind::Department, lost), "“d2”");
    }
}
