//! Maps as fields: what can be their key, and maps whose entities' type nobody needs to know.

use std::any::Any;
use std::sync::Arc;

use imbl::OrdMap;
use serde_json::{Value, json};

use super::any::{Declared, Shared, View, ViewMut};
use super::datum::{Datum, Widget};
use super::field::Field;
use super::id::{EntityKind, ID_PATTERN, Id, Ref, Referable};
use super::map::Map;
use super::read::{Expected, ProblemKind, Reader};
use super::schema::Schema;
use super::step::StepKey;

/// What a map is ordered and looked up by.
pub trait RawKey: Copy + Ord + std::fmt::Debug + Send + Sync + 'static {
    /// What the text of every key matches, as a regular expression.
    const PATTERN: &'static str;
    /// Reads the key; `None` where the text cannot be one.
    fn read(text: &str) -> Option<Self>;
    /// It, whatever its type.
    fn any(self) -> AnyKey;
    /// The key of this type; `None` where it is of another.
    fn of(key: &AnyKey) -> Option<Self>;
}

/// A key of a map, whatever its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnyKey {
    /// An identifier.
    Id(Id),
    /// A step.
    Step(StepKey),
}

impl AnyKey {
    /// The text it has in a file.
    pub fn text(&self) -> String {
        match self {
            Self::Id(id) => id.to_string(),
            Self::Step(key) => key.text(),
        }
    }
}

impl RawKey for Id {
    const PATTERN: &'static str = ID_PATTERN;
    fn read(text: &str) -> Option<Self> {
        Id::new(text)
    }
    fn any(self) -> AnyKey {
        AnyKey::Id(self)
    }
    fn of(key: &AnyKey) -> Option<Self> {
        if let AnyKey::Id(id) = key { Some(*id) } else { None }
    }
}

impl RawKey for StepKey {
    const PATTERN: &'static str = "^[A-Za-z0-9_-]{1,36}/[A-Za-z0-9_-]{1,36}$";
    fn read(text: &str) -> Option<Self> {
        Self::parse(text)
    }
    fn any(self) -> AnyKey {
        AnyKey::Step(self)
    }
    fn of(key: &AnyKey) -> Option<Self> {
        if let AnyKey::Step(key) = key { Some(*key) } else { None }
    }
}

/// What can be the key of a map in a file.
pub trait MapKey: Copy + 'static {
    /// What the map is ordered and looked up by.
    type Raw: RawKey + From<Self>;
    /// What kind of entity the keys refer to, where they do.
    const TARGET: Option<EntityKind> = None;
}

impl MapKey for Id {
    type Raw = Self;
}

impl MapKey for StepKey {
    type Raw = Self;
}

impl<T: Referable> MapKey for Ref<T> {
    type Raw = Id;
    const TARGET: Option<EntityKind> = Some(T::KIND);
}

/// A map, whatever its entities are.
pub trait AnyMap: Any + Send + Sync {
    /// Whether both are the same version; entities are not looked at.
    fn is_version(&self, other: &dyn AnyMap) -> bool;
    /// The entities in the order of their keys.
    fn entries(&self) -> Box<dyn Iterator<Item = (AnyKey, &Shared)> + '_>;
    /// The entity under a key.
    fn entity(&self, key: &AnyKey) -> Option<&Shared>;
    /// Puts an entity under a key.
    fn put(&mut self, key: &AnyKey, entity: Shared);
    /// Takes the entity under a key away.
    fn take(&mut self, key: &AnyKey);
}

/// The entity a key refers to, in a map whose keys refer to this kind.
pub fn target(keyed_by: Option<EntityKind>, key: &AnyKey) -> Option<(EntityKind, Id)> {
    keyed_by.zip(Id::of(key))
}

impl<R: RawKey> AnyMap for OrdMap<R, Shared> {
    fn is_version(&self, other: &dyn AnyMap) -> bool {
        let other: Option<&Self> = (other as &dyn Any).downcast_ref();
        other.is_some_and(|other| self.ptr_eq(other))
    }
    fn entries(&self) -> Box<dyn Iterator<Item = (AnyKey, &Shared)> + '_> {
        Box::new(self.iter().map(|(key, entity)| (key.any(), entity)))
    }
    fn entity(&self, key: &AnyKey) -> Option<&Shared> {
        self.get(&R::of(key)?)
    }
    fn put(&mut self, key: &AnyKey, entity: Shared) {
        if let Some(key) = R::of(key) {
            self.insert(key, entity);
        }
    }
    fn take(&mut self, key: &AnyKey) {
        if let Some(key) = R::of(key) {
            self.remove(&key);
        }
    }
}

impl<K: MapKey, T: Declared> Field for Map<T, K> {
    const REFERS: bool = K::TARGET.is_some() || T::REFERS;
    const WIDGET: Option<Widget> = match T::ENTRIES {
        Some(kind) => Some(Widget::Entries(kind)),
        None => None,
    };

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let read = |value: &Value, reader: &mut Reader| -> Option<Shared> {
            T::read(value, reader).map(|entity| Arc::new(Arc::new(entity)) as Shared)
        };
        read_entries(value, reader, read).map(Self::of_entities)
    }

    fn schema(schema: &mut Schema) -> Value {
        json!({
            "type": "object",
            "propertyNames": { "pattern": K::Raw::PATTERN },
            "additionalProperties": T::schema(schema)
        })
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn view(&self) -> View<'_> {
        View::Map(self.tree(), K::TARGET)
    }

    fn view_mut(&mut self) -> ViewMut<'_> {
        ViewMut::Map(self.tree_mut(), K::TARGET)
    }

    fn datum(&self) -> Datum {
        Datum::Entries(self.tree().entries().filter_map(|(key, _)| Id::of(&key)).collect())
    }

    /// Entries that are named stay, new ones begin empty, the others go.
    fn of_datum(before: Option<&Self>, datum: Datum) -> Option<Self> {
        let ids = match datum {
            Datum::Entries(ids) => ids,
            Datum::Absent => Vec::new(),
            _ => return None,
        };
        let mut map = Self::default();
        for key in ids.iter().filter_map(|id| K::Raw::of(&AnyKey::Id(*id))) {
            map.insert(key, before.and_then(|before| before.get(&key).cloned()).unwrap_or_default());
        }
        Some(map)
    }
}

fn read_entries<R: RawKey>(
    value: &Value,
    reader: &mut Reader,
    read: fn(&Value, &mut Reader) -> Option<Shared>,
) -> Option<OrdMap<R, Shared>> {
    let Value::Object(object) = value else {
        reader.report_type(Expected::Object, value);
        return None;
    };
    let read_entry = |(text, value): (&String, &Value)| {
        reader.at_key(text, |reader| {
            let key = R::read(text);
            if key.is_none() {
                reader.report(ProblemKind::BadId(text.chars().take(80).collect()));
            }
            let entity = read(value, reader)?;
            Some((key?, entity))
        })
    };
    Some(object.iter().filter_map(read_entry).collect())
}
