//! What is to be known about a file, in bounds: a large or hostile one gives no end of it.

/// How many are listed; the rest are only counted.
pub const MAX_LISTED: usize = 1_000;

/// Notes or problems as they are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounded<T> {
    /// The first [`MAX_LISTED`].
    pub list: Vec<T>,
    /// How many more there are.
    pub unlisted: usize,
}

impl<T> Default for Bounded<T> {
    fn default() -> Self {
        Self { list: Vec::new(), unlisted: 0 }
    }
}

impl<T> Bounded<T> {
    /// Adds one.
    pub fn push(&mut self, one: T) {
        if self.list.len() < MAX_LISTED {
            self.list.push(one);
        } else {
            self.unlisted += 1;
        }
    }
}
