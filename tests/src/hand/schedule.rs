//! What the hand is going to do: the whole schedule follows from its seed. What is met there depends on the page.

use super::chance::Chance;

/// One thing that a person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// A click.
    Click(Where),
    /// Two clicks, as fast as the browser takes them.
    DoubleClick(Where),
    /// The pointer is pressed at one place, moved and let go at another.
    Drag(Where, Where),
    /// A key or chord, for whatever has the focus.
    Press(&'static str),
    /// A text, for whatever has the focus.
    Type(&'static str),
    /// The browser's Back.
    Back,
    /// The browser's Forward.
    Forward,
    /// Another address: one of the views, or one that was there before.
    Go(u32),
    /// The page is loaded again.
    Reload,
    /// The other tab comes to the front.
    OtherTab,
}

/// Where the pointer goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// To something that can be clicked: first what kind of thing, so that hundreds of cards are no more likely than one
    /// button, then which of them.
    Thing(u32, u32),
    /// To something that can be typed into.
    Field(u32),
    /// To any point of the page, in thousandths of its width and height.
    Point(u32, u32),
}

impl Action {
    /// Whether pointer and keys alone do it, so that it can follow another one without a look between.
    pub fn is_by_hand(self) -> bool {
        matches!(
            self,
            Self::Click(_) | Self::DoubleClick(_) | Self::Drag(..) | Self::Press(_) | Self::Type(_)
        )
    }

    /// The places it needs.
    pub fn places(self) -> Vec<Where> {
        match self {
            Self::Click(at) | Self::DoubleClick(at) => vec![at],
            Self::Drag(from, to) => vec![from, to],
            _ => Vec::new(),
        }
    }
}

/// The actions between two checks of everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What all follows from.
    pub seed: u64,
    /// Whether the page has but a quarter of the processor.
    pub slow: bool,
    /// A word of the title of the sample that is worked on.
    pub sample: &'static str,
    /// The actions: those of one burst follow each other without a look between.
    pub bursts: Vec<Vec<Action>>,
}

impl Round {
    /// The round of a seed. Every other seed is slow.
    pub fn new(seed: u64, actions: usize) -> Self {
        let mut chance = Chance::new(seed);
        let sample = chance.one_of(&["insurance", "insurance", "b2b"]);
        let mut bursts: Vec<Vec<Action>> = Vec::new();
        for _ in 0..actions {
            let action = action(&mut chance);
            let hurries = chance.below(2) == 0;
            match bursts.last_mut() {
                Some(burst) if hurries && action.is_by_hand() && burst.len() < LONGEST_BURST => {
                    burst.push(action);
                }
                _ => bursts.push(vec![action]),
            }
        }
        Self { seed, slow: seed % 2 == 1, sample, bursts }
    }
}

/// Clicks that follow each other blindly soon hit nothing any more.
const LONGEST_BURST: usize = 4;

/// Keys that mean something to the app or to a field, and some that mean nothing.
const KEYS: [&str; 62] = [
    "Enter",
    "Enter",
    "Escape",
    "Escape",
    "Tab",
    "Tab",
    "Shift+Tab",
    "Space",
    "Delete",
    "Backspace",
    "F2",
    "Home",
    "End",
    "PageDown",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Shift+ArrowDown",
    "Shift+ArrowRight",
    "Alt+ArrowUp",
    "Alt+ArrowDown",
    "Control+ArrowDown",
    "Control+z",
    "Control+z",
    "Control+z",
    "Control+Shift+z",
    "Control+y",
    "Control+k",
    "Control+a",
    "Control+c",
    "Control+x",
    "Control+v",
    "Control+s",
    "Control+i",
    "Control+Enter",
    "Control+Delete",
    "Control+Shift+e",
    "Control+Shift+s",
    "Control+o",
    "?",
    "/",
    "h",
    "m",
    "t",
    "j",
    "n",
    "o",
    "l",
    "p",
    "e",
    "s",
    "b",
    "f",
    "Shift+f",
    "+",
    "-",
    "0",
    "1",
    "2",
    "3",
    "5",
];

/// What is typed: words, a number, a date, what tables take for something else, letters of other scripts.
const TEXTS: [&str; 14] = [
    "a",
    "claim",
    "Call centre",
    "12",
    "0",
    "-3,5",
    "2 h",
    "2026-03-31",
    "=1+1",
    "Straße",
    "名前",
    "x; y",
    "<b>&amp;",
    "a word that is longer than the field it is typed into, and goes on for a while",
];

/// One of the actions; clicks and keys are what people do most.
fn action(chance: &mut Chance) -> Action {
    match chance.below(100) {
        0..38 => Action::Click(place(chance)),
        38..47 => Action::DoubleClick(place(chance)),
        47..51 => Action::Drag(place(chance), place(chance)),
        51..69 => Action::Press(chance.one_of(&KEYS)),
        69..81 => Action::Type(chance.one_of(&TEXTS)),
        81..88 => Action::Back,
        88..91 => Action::Forward,
        91..96 => Action::Go(chance.below(1000)),
        96..97 => Action::Reload,
        _ => Action::OtherTab,
    }
}

fn place(chance: &mut Chance) -> Where {
    match chance.below(10) {
        0..6 => Where::Thing(chance.below(1000), chance.below(1000)),
        6..9 => Where::Field(chance.below(1000)),
        _ => Where::Point(chance.below(1000), chance.below(1000)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Action, LONGEST_BURST, Round};

    #[test]
    fn the_same_seed_gives_the_same_round_and_another_seed_another() {
        assert_eq!(Round::new(7, 250), Round::new(7, 250));
        assert_ne!(Round::new(7, 250).bursts, Round::new(9, 250).bursts);
        assert_ne!(Round::new(7, 250).slow, Round::new(8, 250).slow);
    }

    #[test]
    fn a_round_has_as_many_actions_as_were_asked_for() {
        let round = Round::new(3, 250);
        assert_eq!(round.bursts.iter().map(Vec::len).sum::<usize>(), 250);
        let together = round.bursts.iter().filter(|burst| burst.len() > 1);
        assert!(together.clone().count() > 10, "some follow without a look between");
        assert!(together.flat_map(|burst| &burst[1..]).all(|action| action.is_by_hand()));
        assert!(round.bursts.iter().all(|burst| burst.len() <= LONGEST_BURST));
    }

    #[test]
    fn in_a_normal_run_every_kind_of_action_is_done() {
        let kinds: std::collections::BTreeSet<String> = (0..12)
            .flat_map(|seed| Round::new(seed, 250).bursts.concat())
            .map(|action: Action| format!("{action:?}").split('(').next().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(kinds.len(), 10, "{kinds:?}");
    }
}
