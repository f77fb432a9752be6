//! Places inside a workspace, as paths of fields and keys.

/// A step of a path: a declared field or the key of an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathPart {
    /// A declared field.
    Field(&'static str),
    /// The key of an entry of a map.
    Key(String),
}

/// A place inside a workspace.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<PathPart>);

impl Path {
    // Called for every field of the model: a call is smaller than what it does.
    #[inline(never)]
    pub(crate) fn enter(&mut self, part: PathPart) {
        self.0.push(part);
    }

    #[inline(never)]
    pub(crate) fn leave(&mut self) {
        self.0.pop();
    }

    /// The field the path ends in, if it ends in one.
    pub fn last_field(&self) -> Option<&'static str> {
        self.0.iter().rev().find_map(|part| match part {
            PathPart::Field(name) => Some(*name),
            PathPart::Key(_) => None,
        })
    }

    /// Whether it is `other` or a place inside it.
    pub fn is_in(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// The key that follows the field `name`, if the path holds it.
    pub fn key_after(&self, name: &str) -> Option<&str> {
        self.0.windows(2).find_map(|pair| match pair {
            [PathPart::Field(field), PathPart::Key(key)] if *field == name => Some(key.as_str()),
            _ => None,
        })
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            match part {
                PathPart::Field(name) if index == 0 => f.write_str(name)?,
                PathPart::Field(name) => write!(f, ".{name}")?,
                PathPart::Key(key) => write!(f, "[{key:?}]")?,
            }
        }
        Ok(())
    }
}
