//! Undo and redo: old versions are kept, not reversed.

/// How many steps can be undone. Versions share what did not change, so a step costs little.
pub const MAX_STEPS: usize = 500;

/// The versions before and after the present one. A burst of edits with the same key is one step.
#[derive(Clone, Debug)]
pub struct History<V> {
    past: Vec<V>,
    future: Vec<V>,
    burst: Option<String>,
}

impl<V> Default for History<V> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), burst: None }
    }
}

impl<V> History<V> {
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
        self.past.push(before);
    }

    /// Ends a burst: the next edit is a step of its own.
    pub fn end_burst(&mut self) {
        self.burst = None;
    }

    /// The version to go back to, in exchange for the present one.
    ///
    /// # Errors
    /// Gives the present version back where there is no earlier one.
    pub fn undo(&mut self, present: V) -> Result<V, V> {
        self.burst = None;
        let Some(version) = self.past.pop() else { return Err(present) };
        self.future.push(present);
        Ok(version)
    }

    /// The version to go forward to, in exchange for the present one.
    ///
    /// # Errors
    /// Gives the present version back where there is no later one.
    pub fn redo(&mut self, present: V) -> Result<V, V> {
        self.burst = None;
        let Some(version) = self.future.pop() else { return Err(present) };
        self.past.push(present);
        Ok(version)
    }

    /// Whether there is a version to go back to.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a version to go forward to.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::History;

    #[test]
    fn a_burst_is_one_step_and_a_new_edit_ends_redo() {
        let mut history = History::default();
        history.record(0, Some("name"));
        history.record(1, Some("name"));
        history.record(2, None);
        history.record(3, None);
        assert_eq!(history.undo(4), Ok(3));
        assert_eq!(history.undo(3), Ok(2));
        assert_eq!(history.redo(2), Ok(3));
        assert_eq!(history.undo(3), Ok(2));
        assert_eq!(history.undo(2), Ok(0));
        assert_eq!(history.undo(0), Err(0));
        history.record(0, None);
        assert!(!history.can_redo());
    }
}
