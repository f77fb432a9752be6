//! Kept versions of a workspace, beside its two generations.
//!
//! A version is a manifest like that of a generation, with why and when it was kept. What it has in common with the
//! present version, or with another kept one, is the same chunks and costs nothing. One concept serves four
//! purposes ([`VersionKind`]): versions kept by hand, those kept by themselves before something large happens, and the
//! versions that were exported and opened, which are the bases when a copy comes back ([`find_base`]): a file names
//! those it descends from ([`given`]).
//!
//! They are thinned out with age ([`thinned`]) and stay within a part of the store ([`BUDGET`]); what saving needs,
//! they give up.

mod keep;
mod ledger;
mod read;
mod record;
mod thin;
mod tidy;

pub use keep::{NewVersion, delete_version, rename_version};
pub(super) use ledger::Ledger;
pub use read::{
    KeptVersion, VersionError, find_base, given, load_version, version_owner, versions, versions_units,
};
pub(super) use record::Record;
pub use record::VersionKind;
pub use thin::thinned;
pub(super) use tidy::let_go;
pub use tidy::{BUDGET, MOST};
