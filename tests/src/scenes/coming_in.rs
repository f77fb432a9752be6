//! The home page and what comes in.

use super::{Scene, drop_file, open_sample, scene};

/// A diagram with people to be told apart, and a score that is none.
const DIAGRAM: &str = "journey\n title Parcel\n section Order\n Choose: 5: Customer, Shop\n \
    Pay: x: A bank with a name that is longer than most, API";

/// A table with a duration that cannot be read.
const TABLE: &str = "Journey,Phase,Touchpoint,Owner,Stage,Channel,Wait,Satisfaction\n\
    Claim,Report,Call the hotline,Service,frontstage,Phone,2 days,4\n\
    Claim,Report,Send photos,Claims,frontstage,Mail,soon,1\n\
    Claim,Settle,Pay out,Finance,backstage,,,\n";

/// A file that one wrong value keeps from being read as it is.
const DAMAGED: &str =
    r#"{"format": "crosslane", "version": 1, "title": "Damaged", "journeys": [1, {"id": "a"}]}"#;

/// The home page and what comes in.
pub const SCENES: &[Scene] = &[
    scene("home", |app| Box::pin(app.open(""))),
    scene("home-kept", |app| {
        Box::pin(async {
            open_sample(app, "b2b").await;
            app.press("h").await;
            app.wait_for_css(".home-entry").await;
        })
    }),
    scene("incoming", |app| Box::pin(async { drop_file(app, "parcel.mmd", DIAGRAM).await })),
    scene("incoming-table", |app| Box::pin(async { drop_file(app, "claims.csv", TABLE).await })),
    scene("incoming-damaged", |app| {
        Box::pin(async { drop_file(app, "damaged.crosslane.json", DAMAGED).await })
    }),
    scene("incoming-refused", |app| {
        Box::pin(async { drop_file(app, "broken.mmd", "journey\n section Order\n Choose; 5").await })
    }),
];
