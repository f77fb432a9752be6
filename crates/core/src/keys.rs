//! What a key of the keyboard means, on every layout: a command, or something that is typed.

/// A press of a key, as a browser tells it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // each of these keys is held or not
pub struct Press {
    /// What the key gives in the present layout, such as `z`, `я` or `Enter`.
    pub key: String,
    /// Where the key is, by what stands there on a keyboard of the United States, such as `KeyZ`.
    pub code: String,
    /// Ctrl is held, or Cmd on a Mac.
    pub command: bool,
    /// Shift is held.
    pub shift: bool,
    /// Alt is held.
    pub alt: bool,
    /// What chooses the further signs of a key is held: `AltGr`, which Windows tells as Ctrl and Alt, or Option on a Mac.
    pub third: bool,
}

/// Keys that do something together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    /// The key, lower case, as a browser names it.
    pub key: &'static str,
    /// With Ctrl or Cmd.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt.
    pub alt: bool,
}

/// What a key types where letters are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed<'a> {
    /// This letter or sign.
    Letter(&'a str),
    /// The beginning of one, such as an accent: the keys after it decide.
    Begun,
}

impl Press {
    /// The name of the key in lower case. A key whose letter is not Latin is known by its place, so that a command is
    /// where it is on every keyboard.
    pub fn name(&self) -> String {
        let first = self.key.chars().next();
        let place = match first.filter(|letter| is_of_another_script(*letter)) {
            Some(digit) if digit.is_numeric() => self.code.strip_prefix("Digit"),
            Some(_) => self.code.strip_prefix("Key"),
            None => None,
        };
        place.unwrap_or(&self.key).to_lowercase()
    }

    /// Whether it is this chord.
    pub fn fits(&self, chord: Chord) -> bool {
        let name = self.name();
        let is_sign = !name.chars().all(char::is_alphanumeric);
        if self.types_third() {
            // `@` or `?` say all by themselves; the letters and digits of the third level are for typing.
            return is_sign && name == chord.key && !chord.command && !chord.alt;
        }
        // Shift is how many keyboards come to `?`, and a French one to its digits: there the key itself says it all.
        let is_digit = name.chars().all(|letter| letter.is_ascii_digit());
        let shift_fits = self.shift == chord.shift || (!chord.command && (is_sign || is_digit));
        // The key above Enter on a Mac is called Delete and tells that it is Backspace.
        let key_fits = name == chord.key || (name == "backspace" && chord.key == "delete");
        // Where others go forward again with Shift and the key for back, Windows has a key of its own for it.
        let redoes = name == "y" && !self.shift && chord.key == "z" && chord.shift;
        let held_fits = self.command == chord.command && self.alt == chord.alt;
        held_fits && ((key_fits && shift_fits) || (redoes && self.command))
    }

    /// What it types where letters are taken; `None` for keys that do something.
    pub fn typed(&self) -> Option<Typed<'_>> {
        if (self.command || self.alt) && !self.types_third() {
            return None;
        }
        match self.key.as_str() {
            "Dead" | "Process" => Some(Typed::Begun),
            key if is_letter(key) => Some(Typed::Letter(key)),
            _ => None,
        }
    }

    /// Whether a sign of the third level is typed.
    fn types_third(&self) -> bool {
        self.third && (self.key == "Dead" || is_letter(&self.key))
    }
}

/// Whether a key gives a letter or sign rather than having a name. Some give two, such as `لا`.
fn is_letter(key: &str) -> bool {
    let mut letters = key.chars();
    letters.next().is_some_and(|first| !first.is_ascii() || letters.next().is_none())
}

/// Whether a letter or digit is of a script other than Latin: Greek, Cyrillic, Hebrew, Arabic and those after them.
fn is_of_another_script(letter: char) -> bool {
    matches!(letter, '\u{370}'..='\u{1dff}' | '\u{3040}'..='\u{d7ff}' | '\u{fb1d}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::{Chord, Press, Typed};

    const KEY: Chord = Chord { key: "n", command: false, shift: false, alt: false };

    fn key(key: &'static str) -> Chord {
        Chord { key, ..KEY }
    }

    fn command(key: &'static str) -> Chord {
        Chord { key, command: true, ..KEY }
    }

    const REDO: Chord = Chord { key: "z", command: true, shift: true, alt: false };

    /// `Ctrl+Shift+я KeyZ`: what is held, what the key gives, where it is.
    fn press(written: &str) -> Press {
        let (keys, code) = written.split_once(' ').unwrap_or((written, ""));
        let mut press = Press { code: code.to_owned(), ..Press::default() };
        for part in keys.split('+') {
            match part {
                "Ctrl" => press.command = true,
                "Shift" => press.shift = true,
                "Alt" => press.alt = true,
                "AltGr" => press.third = true,
                // Written out: it parts the others.
                "Plus" => press.key = "+".to_owned(),
                key => press.key = key.to_owned(),
            }
        }
        press
    }

    #[test]
    fn commands_are_where_they_are_on_every_keyboard() {
        let by_place = [
            // Russian, Greek, Hebrew, Arabic.
            ("Ctrl+я KeyZ", command("z")),
            ("Ctrl+ζ KeyZ", command("z")),
            ("Ctrl+ז KeyZ", command("z")),
            ("Ctrl+ئ KeyZ", command("z")),
            ("Ctrl+ы KeyS", command("s")),
            ("Ctrl+ד KeyS", command("s")),
            ("Ctrl+ن KeyK", command("k")),
            ("Ctrl+λ KeyK", command("k")),
            ("Ctrl+щ KeyO", command("o")),
            ("Ctrl+Shift+Я KeyZ", REDO),
            ("т KeyN", key("n")),
            ("Т KeyN", key("n")),
            ("ν KeyN", key("n")),
            ("ם KeyO", key("o")),
            ("م KeyL", key("l")),
            ("ح KeyP", key("p")),
            ("لا KeyB", key("b")),
            ("٣ Digit3", key("3")),
            ("ㅌ KeyX", key("x")),
            // Latin layouts with other places: the letter counts.
            ("Ctrl+z KeyY", command("z")),
            ("Ctrl+s KeyO", command("s")),
            ("Z KeyW", key("z")),
        ];
        for (written, chord) in by_place {
            assert!(press(written).fits(chord), "{written}");
        }
        let others = [
            ("Ctrl+ö KeyZ", command("z")),
            ("Ctrl+; KeyZ", command("z")),
            ("é Digit2", key("2")),
            ("Shift+§ Digit4", key("4")),
            ("Shift+№ Digit3", key("3")),
            ("Ctrl+я KeyZ", REDO),
            ("я KeyZ", command("z")),
            ("Shift+Т KeyN", key("n")),
        ];
        for (written, chord) in others {
            assert!(!press(written).fits(chord), "{written}");
        }
    }

    #[test]
    fn shift_counts_for_letters_and_not_for_what_needs_it_elsewhere() {
        for (written, chord) in [
            // French and Czech digits.
            ("Shift+1 Digit1", key("1")),
            ("Shift+0 Digit0", key("0")),
            ("4 Digit4", key("4")),
            ("Shift+? Slash", key("?")),
            ("? KeyM", key("?")),
            ("Shift+Plus Equal", key("+")),
            ("Shift+f KeyF", Chord { shift: true, ..key("f") }),
            ("Shift+F KeyF", Chord { shift: true, ..key("f") }),
        ] {
            assert!(press(written).fits(chord), "{written}");
        }
        assert!(!press("Shift+! Digit1").fits(key("1")));
        assert!(!press("f KeyF").fits(Chord { shift: true, ..key("f") }));
        assert!(!press("Ctrl+1 Digit1").fits(key("1")));
        assert!(!press("Ctrl+Shift+z KeyZ").fits(command("z")));
        // Arrows with Shift choose a text.
        assert!(!press("Shift+ArrowLeft ArrowLeft").fits(key("arrowleft")));
    }

    #[test]
    fn keys_that_mean_the_same_do_the_same() {
        assert!(press("Ctrl+y KeyY").fits(REDO));
        assert!(press("Ctrl+н KeyY").fits(REDO));
        assert!(press("Ctrl+y KeyZ").fits(REDO));
        assert!(!press("Ctrl+y KeyY").fits(command("z")));
        assert!(!press("y KeyY").fits(REDO));
        assert!(!press("Ctrl+Shift+y KeyY").fits(REDO));
        assert!(press("Backspace").fits(key("delete")));
        assert!(press("Ctrl+Backspace").fits(command("delete")));
        assert!(press("Alt+ArrowUp ArrowUp").fits(Chord { alt: true, ..key("arrowup") }));
        // Option on a Mac.
        assert!(press("Alt+AltGr+ArrowUp ArrowUp").fits(Chord { alt: true, ..key("arrowup") }));
    }

    #[test]
    fn the_third_level_of_a_key_is_typed_and_no_command() {
        for (written, letter) in [
            // Polish, as Windows tells it and as others do; German; a Mac's Option.
            ("Ctrl+Alt+AltGr+ą KeyA", "ą"),
            ("AltGr+ł KeyL", "ł"),
            ("Ctrl+Alt+AltGr+@ KeyQ", "@"),
            ("Alt+AltGr+@ KeyL", "@"),
            ("Ctrl+Alt+AltGr+€ KeyE", "€"),
            ("a KeyA", "a"),
            ("Shift+Я KeyZ", "Я"),
            ("لا KeyB", "لا"),
        ] {
            assert_eq!(press(written).typed(), Some(Typed::Letter(letter)), "{written}");
        }
        assert!(!press("Ctrl+Alt+AltGr+n KeyN").fits(key("n")));
        assert!(!press("Ctrl+Alt+AltGr+³ Digit3").fits(key("3")));
        assert!(press("Ctrl+Alt+AltGr+? KeyW").fits(key("?")));
        for written in ["Dead BracketLeft", "Shift+Dead Equal", "Process KeyA", "Ctrl+Alt+AltGr+Dead KeyE"] {
            assert_eq!(press(written).typed(), Some(Typed::Begun), "{written}");
        }
        for written in [
            "Ctrl+a KeyA",
            "Alt+a KeyA",
            "Ctrl+Alt+a KeyA",
            "Enter",
            "F2",
            "AltGraph AltRight",
            "Ctrl+Dead KeyE",
        ] {
            assert_eq!(press(written).typed(), None, "{written}");
        }
    }
}
