//! The persistent map that every register and journey is made of.
//!
//! Its tree is compiled once per kind of key rather than once per type of entity: the entities are kept behind
//! [`AnyShared`](super::any::AnyShared). Measured, the tree's code for every type was a fifth of the download.

use std::any::Any;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;

use imbl::OrdMap;
use imbl::ordmap::Iter as TreeIter;

use super::any::{Fields, Shared};
use super::id::Id;
use super::keyed::MapKey;

/// The entity as its type, where it is of that.
fn typed<T: 'static>(shared: &Shared) -> Option<&Arc<T>> {
    (shared.as_ref() as &dyn Any).downcast_ref()
}

/// A persistent, ordered map from keys to shared entities: cloning is cheap, and versions share what did not
/// change. Keys of references (`Ref<Department>`) are looked up by the identifier they refer to.
pub struct Map<T, K: MapKey = Id> {
    tree: OrdMap<K::Raw, Shared>,
    entity: PhantomData<fn() -> (T, K)>,
}

impl<T: Fields + Clone, K: MapKey> Map<T, K> {
    /// Puts an entity under a key; gives back the one that was there.
    pub fn insert(&mut self, key: impl Into<K::Raw>, entity: Arc<T>) -> Option<Arc<T>> {
        let before = self.tree.insert(key.into(), Arc::new(entity));
        before.and_then(|before| typed(&before).cloned())
    }
}

impl<T: 'static, K: MapKey> Map<T, K> {
    /// A map without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// The entity under a key.
    pub fn get(&self, key: &K::Raw) -> Option<&Arc<T>> {
        self.tree.get(key).and_then(typed)
    }

    /// Whether there is an entity under a key.
    pub fn contains_key(&self, key: &K::Raw) -> bool {
        self.tree.contains_key(key)
    }

    /// Takes the entity under a key away.
    pub fn remove(&mut self, key: &K::Raw) -> Option<Arc<T>> {
        self.tree.remove(key).and_then(|before| typed(&before).cloned())
    }

    /// The entries in the order of their keys.
    pub fn iter(&self) -> MapIter<'_, T, K> {
        MapIter { tree: self.tree.iter(), entity: PhantomData }
    }

    /// The keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K::Raw> {
        self.tree.keys()
    }

    /// The entities in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Arc<T>> {
        self.iter().map(|(_, entity)| entity)
    }
}

impl<T, K: MapKey> Map<T, K> {
    /// The map of these, each an `Arc<T>`.
    pub(super) fn of_entities(entities: OrdMap<K::Raw, Shared>) -> Self {
        Self { tree: entities, entity: PhantomData }
    }

    /// The entities, whatever they are.
    pub(super) fn tree(&self) -> &OrdMap<K::Raw, Shared> {
        &self.tree
    }

    /// [`tree`](Self::tree), to change it.
    pub(super) fn tree_mut(&mut self) -> &mut OrdMap<K::Raw, Shared> {
        &mut self.tree
    }

    /// Takes every entry away.
    pub fn clear(&mut self) {
        self.tree.clear();
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.tree.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.tree.is_empty()
    }

    /// Whether both are the same version; entries are not looked at.
    pub fn ptr_eq(&self, other: &Self) -> bool {
        self.tree.ptr_eq(&other.tree)
    }
}

impl<T, K: MapKey> Default for Map<T, K> {
    fn default() -> Self {
        Self::of_entities(OrdMap::new())
    }
}

impl<T, K: MapKey> Clone for Map<T, K> {
    fn clone(&self) -> Self {
        Self { tree: self.tree.clone(), entity: PhantomData }
    }
}

impl<T: PartialEq + 'static, K: MapKey> PartialEq for Map<T, K> {
    fn eq(&self, other: &Self) -> bool {
        let same_entity = |(one, two): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(one, two) || one == two;
        self.ptr_eq(other)
            || (self.keys().eq(other.keys()) && self.values().zip(other.values()).all(same_entity))
    }
}

impl<T: fmt::Debug + 'static, K: MapKey> fmt::Debug for Map<T, K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<T: 'static, K: MapKey> Index<&K::Raw> for Map<T, K> {
    type Output = Arc<T>;
    /// The entity under a key.
    ///
    /// # Panics
    /// Where there is none, as maps do.
    fn index(&self, key: &K::Raw) -> &Arc<T> {
        match self.get(key) {
            Some(entity) => entity,
            None => panic!("no entity under {key:?}"),
        }
    }
}

impl<T: Fields + Clone, K: MapKey, R: Into<K::Raw>> FromIterator<(R, Arc<T>)> for Map<T, K> {
    fn from_iter<I: IntoIterator<Item = (R, Arc<T>)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<T: Fields + Clone, K: MapKey, R: Into<K::Raw>> Extend<(R, Arc<T>)> for Map<T, K> {
    fn extend<I: IntoIterator<Item = (R, Arc<T>)>>(&mut self, entries: I) {
        for (key, entity) in entries {
            self.insert(key, entity);
        }
    }
}

/// The entries of a map in the order of their keys.
pub struct MapIter<'a, T, K: MapKey> {
    tree: TreeIter<'a, K::Raw, Shared, imbl::shared_ptr::DefaultSharedPtr>,
    entity: PhantomData<fn() -> T>,
}

impl<'a, T: 'static, K: MapKey> Iterator for MapIter<'a, T, K> {
    type Item = (&'a K::Raw, &'a Arc<T>);
    fn next(&mut self) -> Option<Self::Item> {
        let (key, shared) = self.tree.next()?;
        // A map is only filled with `Arc<T>`, so the type is right and nothing is skipped.
        Some((key, typed(shared)?))
    }
    fn size_hint(&self) -> (usize, Option<usize>) {
        self.tree.size_hint()
    }
}

impl<T: 'static, K: MapKey> DoubleEndedIterator for MapIter<'_, T, K> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let (key, shared) = self.tree.next_back()?;
        Some((key, typed(shared)?))
    }
}

impl<T: 'static, K: MapKey> ExactSizeIterator for MapIter<'_, T, K> {}

impl<'a, T: 'static, K: MapKey> IntoIterator for &'a Map<T, K> {
    type Item = (&'a K::Raw, &'a Arc<T>);
    type IntoIter = MapIter<'a, T, K>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
