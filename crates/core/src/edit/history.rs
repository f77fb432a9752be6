//! Undo and redo: old versions are kept, not reversed.

/// How many steps can be undone. Versions share what did not change, so a step costs little.
pub const MAX_STEPS: usize = 500;

/// One entry of the versions to go to.
#[derive(Clone, Debug)]
enum Entry<V> {
    /// A version to go to.
    Version(V),
    /// What came in from elsewhere between the entry below and what is above.
    Joined { before: V, after: V },
}

/// The versions before and after the present one. A burst of edits with the same key is one step.
///
/// What others changed meanwhile is no step: going back or forward takes it along. So an undo takes back the last
/// edit made here and nothing else.
#[derive(Clone, Debug)]
pub struct History<V> {
    past: Vec<Entry<V>>,
    future: Vec<Entry<V>>,
    burst: Option<String>,
}

impl<V> Default for History<V> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), burst: None }
    }
}

/// A step back or forward: gives the version to go to for the present one, or that back where there is none.
pub type Step<V> = fn(&mut History<V>, present: V, carry: Carry<V>) -> Result<V, V>;

/// Puts what came in `after` took the place of `before` also into the third version.
pub type Carry<V> = fn(before: &V, after: &V, version: &V) -> V;

impl<V: Clone + PartialEq> History<V> {
    /// Keeps `before`, the version an edit starts from. Edits that follow one another with the same
    /// `burst` key, such as the letters typed into one field, make one step.
    pub fn record(&mut self, before: V, burst: Option<&str>) {
        self.future.clear();
        if burst.is_some() && self.burst.as_deref() == burst {
            return;
        }
        self.burst = burst.map(str::to_owned);
        if self.past.len() == MAX_STEPS {
            self.past.remove(0);
        }
        self.past.push(Entry::Version(before));
    }

    /// Notes that `after` took the place of `before`, because something came in from elsewhere.
    pub fn join(&mut self, before: &V, after: &V) {
        join(&mut self.past, before, after);
        join(&mut self.future, before, after);
    }

    /// Ends a burst: the next edit is a step of its own.
    pub fn end_burst(&mut self) {
        self.burst = None;
    }

    /// The version to go back to, in exchange for the present one.
    ///
    /// # Errors
    /// Gives the present version back where there is no earlier one.
    pub fn undo(&mut self, present: V, carry: Carry<V>) -> Result<V, V> {
        self.burst = None;
        let Some(version) = take(&mut self.past, carry) else { return Err(present) };
        self.future.push(Entry::Version(present));
        Ok(version)
    }

    /// The version to go forward to, in exchange for the present one.
    ///
    /// # Errors
    /// Gives the present version back where there is no later one.
    pub fn redo(&mut self, present: V, carry: Carry<V>) -> Result<V, V> {
        self.burst = None;
        let Some(version) = take(&mut self.future, carry) else { return Err(present) };
        self.past.push(Entry::Version(present));
        Ok(version)
    }

    /// Whether there is a version to go back to.
    pub fn can_undo(&self) -> bool {
        self.past.iter().any(|entry| matches!(entry, Entry::Version(_)))
    }

    /// Whether there is a version to go forward to.
    pub fn can_redo(&self) -> bool {
        self.future.iter().any(|entry| matches!(entry, Entry::Version(_)))
    }
}

fn join<V: Clone + PartialEq>(entries: &mut Vec<Entry<V>>, before: &V, after: &V) {
    match entries.last_mut() {
        // With nothing to go to there is nothing to take along to.
        None => {}
        Some(Entry::Joined { after: last, .. }) if last == before => *last = after.clone(),
        Some(_) => entries.push(Entry::Joined { before: before.clone(), after: after.clone() }),
    }
}

/// Takes the last version, with what came in since. What is below has yet to be told of that: it goes on top of it.
fn take<V: Clone>(entries: &mut Vec<Entry<V>>, carry: Carry<V>) -> Option<V> {
    let mut joined = Vec::new();
    let version = loop {
        match entries.pop()? {
            Entry::Version(version) => break version,
            Entry::Joined { before, after } => joined.push((before, after)),
        }
    };
    if joined.is_empty() {
        return Some(version);
    }
    let carried =
        joined.iter().rev().fold(version.clone(), |version, (before, after)| carry(before, after, &version));
    if !entries.is_empty() {
        entries.push(Entry::Joined { before: version, after: carried.clone() });
    }
    Some(carried)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::History;

    #[test]
    fn a_burst_is_one_step_and_a_new_edit_ends_redo() {
        let mut history = History::default();
        let carry = |_: &i32, _: &i32, version: &i32| *version;
        history.record(0, Some("name"));
        history.record(1, Some("name"));
        history.record(2, None);
        history.record(3, None);
        assert_eq!(history.undo(4, carry), Ok(3));
        assert_eq!(history.undo(3, carry), Ok(2));
        assert_eq!(history.redo(2, carry), Ok(3));
        assert_eq!(history.undo(3, carry), Ok(2));
        assert_eq!(history.undo(2, carry), Ok(0));
        assert_eq!(history.undo(0, carry), Err(0));
        history.record(0, None);
        assert!(!history.can_redo());
    }

    /// A version is a set of bits: what came in is what differs.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "real versions are large")]
    fn carry(before: &u32, after: &u32, version: &u32) -> u32 {
        version ^ before ^ after
    }

    #[test]
    fn going_back_and_forward_takes_along_what_came_in() {
        const MINE: [u32; 3] = [1, 2, 4];
        let mut history = History::default();
        let mut present = 0;
        for (step, bit) in MINE.into_iter().enumerate() {
            history.record(present, None);
            present |= bit;
            let theirs = present | 16 << step;
            history.join(&present, &theirs);
            present = theirs;
        }
        assert_eq!(present, 0b111_0111);
        present = history.undo(present, carry).unwrap();
        assert_eq!(present, 0b111_0011);
        // More comes in between two steps back.
        history.join(&present, &(present | 128));
        present = history.undo(present | 128, carry).unwrap();
        assert_eq!(present, 0b1111_0001);
        present = history.redo(present, carry).unwrap();
        assert_eq!(present, 0b1111_0011);
        present = history.redo(present, carry).unwrap();
        assert_eq!(present, 0b1111_0111);
        for _ in MINE {
            present = history.undo(present, carry).unwrap();
        }
        assert_eq!(present, 0b1111_0000);
        assert!(!history.can_undo());
        assert_eq!(history.undo(present, carry), Err(present));
    }

    #[test]
    fn a_burst_goes_on_while_something_comes_in() {
        let mut history = History::default();
        history.record(0, Some("name"));
        history.join(&1, &(1 | 16));
        history.record(1 | 16, Some("name"));
        history.record(1 | 2 | 16, None);
        assert_eq!(history.undo(1 | 2 | 4 | 16, carry), Ok(1 | 2 | 16));
        assert_eq!(history.undo(1 | 2 | 16, carry), Ok(16));
        assert!(!history.can_undo());
    }
}
