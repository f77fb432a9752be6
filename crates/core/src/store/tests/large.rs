//! How much fits: a store of a browser holds the largest workspace that Crosslane is made for, beside its versions.

use super::{id, loaded};
use crate::model::Id;
use crate::store::{CAPACITY, Memory, NewVersion, Saver, VersionKind, versions};
use crate::testing::large;

/// The large workspace is as full as a well-kept one, with identifiers like those the app makes.
#[test]
fn ten_thousand_touchpoints_fit_beside_their_versions() {
    let store = Memory::with_quota(CAPACITY);
    let mut version = large(10_000);
    assert!(version.journeys.values().all(|journey| journey.touchpoints.len() == 10_000));
    let journey = version.journey_order[0];
    let mut saver = Saver::new(id());
    for edit in 0..4 {
        version = super::with_scenario(&version, journey.as_str(), &format!("scenario {edit}"));
        saver.save(&store, &version, "now").unwrap();
        let new = NewVersion {
            id: Id::new(&format!("v{edit}")).unwrap(),
            kind: VersionKind::Exported,
            name: "",
            kept_at: 1_800_000_000 + edit,
        };
        saver.keep(&store, &version, &new).unwrap();
    }
    assert_eq!(loaded(&store), version);
    let kept = versions(&store, id()).unwrap().len();
    println!("{} of {CAPACITY} units are used, {kept} versions are kept", store.used());
    assert!(kept > 1, "{kept} versions in {} units", store.used());
}
