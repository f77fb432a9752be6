//! Keeping workspaces in a small key-value store, such as the local storage of a browser.
//!
//! A workspace is stored under an identifier as *chunks* (one per journey, one for what the journeys
//! share), deflated and named by their content, and two *manifests*, which are two generations of it: each
//! names the chunks of one. Saving writes the chunks that are new, then the manifest of the older
//! generation, then frees what neither names. Further [versions](NewVersion) are kept beside them, each with a manifest
//! of its own. So at every moment one generation is whole, whatever fails;
//! and what cannot be read is never overwritten nor freed, only [set aside](Saver::save).
//!
//! Several tabs may edit one workspace: [`Saver::sync`] joins what others saved before it saves.
//!
//! Keys look like `crosslane/1/<id>/a`: [`Key`] lists them all.

mod aside;
mod chunk;
mod draft;
mod encode;
mod free;
mod heads;
mod join;
mod key;
mod key_value;
mod lineage;
mod list;
mod load;
mod manifest;
mod memory;
mod program;
mod room;
mod salvage;
mod save;
mod shelf;
#[cfg(test)]
mod tests;
mod versions;

pub use chunk::{ChunkProblem, MAX_INFLATED};
pub use free::{delete, discard_set_aside};
pub use join::{Clash, Joined, Synced, carried, join_by};
pub use key::{Key, Name, PREFIX, Part, Slot};
pub use key_value::{KeyValue, StoreError, units};
pub use list::{CAPACITY, Listed, Sizes, Summary, list, sizes};
pub use load::{Damage, LoadError, Loaded, load, newest};
pub use memory::Memory;
pub use program::Program;
pub use salvage::{Salvaged, raw_text, salvage};
pub use save::{SaveError, Saved, Saver};
pub use versions::{
    BUDGET, KeptVersion, MOST, NewVersion, VersionError, VersionKind, delete_version, find_base, given,
    load_version, rename_version, thinned, version_owner, versions, versions_units,
};
