//! What Home shows of the workspaces in the store.

use super::{Faulty, contents, id, with_scenario, with_title, workspace};
use crate::model::Id;
use crate::store::{KeyValue, Memory, Saver, StoreError, Summary, delete, list, sizes};

#[test]
fn each_workspace_is_listed_with_what_its_newest_manifest_says() {
    let store = Memory::default();
    store.set("theme", "dark").unwrap();
    store.set("crosslane/2/w/a", "of a newer version").unwrap();
    let other = Id::new("w0").unwrap();
    Saver::new(other).save(&store, &workspace(1), "monday").unwrap();
    let mut saver = Saver::new(id());
    saver.save(&store, &workspace(3), "tuesday").unwrap();
    saver.save(&store, &with_title(&workspace(2), "Renamed"), "wednesday").unwrap();

    let listed = list(&store).unwrap();
    assert_eq!(listed.iter().map(|listed| listed.id).collect::<Vec<_>>(), [other, id()]);
    let summary = Summary {
        title: "Renamed".into(),
        saved_at: "wednesday".into(),
        generation: 2,
        journeys: 2,
        touchpoints: 4,
    };
    assert_eq!(listed[1].summary, Some(summary));

    let sizes = sizes(&store).unwrap();
    assert_eq!(sizes.total(), store.used());
    assert_eq!(sizes.other, "themedark".len() + "crosslane/2/w/aof a newer version".len());
    for listed in &listed {
        assert_eq!(sizes.workspaces[&listed.id], listed.units, "what manifests say is what is there");
    }
}

#[test]
fn what_cannot_be_read_is_listed_with_its_size() {
    let store = Memory::default();
    Saver::new(id()).save(&store, &workspace(3), "monday").unwrap();
    let manifest = store.keys().unwrap().into_iter().find(|key| key.ends_with("/a")).unwrap();
    store.set(&manifest, "damaged").unwrap();
    let listed = list(&store).unwrap();
    assert_eq!((listed[0].summary.as_ref(), listed[0].units), (None, store.used()));
    delete(&store, id()).unwrap();
    assert_eq!(list(&store).unwrap(), []);
    assert_eq!(store.used(), 0);
}

#[test]
fn the_list_reads_no_chunk() {
    /// A store that says which keys were read.
    struct Watched<'a>(&'a Memory, std::cell::RefCell<Vec<String>>);
    impl KeyValue for Watched<'_> {
        fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
            self.1.borrow_mut().push(key.to_owned());
            self.0.get(key)
        }
        fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
            self.0.set(key, text)
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.0.remove(key)
        }
        fn keys(&self) -> Result<Vec<String>, StoreError> {
            self.0.keys()
        }
    }
    let store = Memory::default();
    let mut saver = Saver::new(id());
    saver.save(&store, &workspace(3), "monday").unwrap();
    saver.save(&store, &with_scenario(&workspace(3), "j0", "changed"), "tuesday").unwrap();
    let watched = Watched(&store, std::cell::RefCell::default());
    list(&watched).unwrap();
    let read = watched.1.into_inner();
    let is_small = |key: &String| ["/a", "/b", "/newest"].iter().any(|end| key.ends_with(end));
    assert!(read.iter().all(is_small), "{read:?}");
}

#[test]
fn a_deletion_goes_on_where_there_is_no_room_for_its_mark() {
    let store = Memory::default();
    Saver::new(id()).save(&store, &workspace(3), "monday").unwrap();
    let faulty = Faulty::new(&store, 0, usize::MAX, StoreError::Full);
    delete(&faulty, id()).unwrap();
    assert!(contents(&store).is_empty());
    let removed = faulty.removed.into_inner();
    assert!(removed[0].ends_with("/a"), "the manifest first, then what it names");
}
