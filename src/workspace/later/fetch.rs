//! Where the later parts are cut off from the rest of the program.

use std::future::Future;
use std::pin::Pin;

use wasm_split_helpers::SplitLoaderError;

use super::{LaterPart, PartName};

type Fetched = Result<&'static LaterPart, SplitLoaderError>;

/// Fetches a later part.
pub fn fetch(name: PartName) -> Pin<Box<dyn Future<Output = Fetched>>> {
    match name {
        PartName::Table => Box::pin(table()),
        PartName::Findings => Box::pin(findings()),
        PartName::Departments => Box::pin(departments()),
        PartName::Act => Box::pin(act()),
        PartName::Compare => Box::pin(compare()),
        PartName::Report => Box::pin(report()),
        PartName::Incoming => Box::pin(incoming()),
        PartName::Sharing => Box::pin(sharing()),
        PartName::Versions => Box::pin(versions()),
        PartName::Merging => Box::pin(merging()),
    }
}

/// The function that fetches a part. What a part reaches and nothing else does is cut off where its function is marked.
macro_rules! parts {
    ($($name:ident: $part:expr;)*) => {$(
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $name() -> Fetched {
            // Whoever asks is in the second part. Naming it here says so to who cuts: what a later part shares with the second
            // one stays there in one piece, in place of a piece for each set of parts that share something.
            std::hint::black_box(&crate::workspace::PART);
            Ok(&$part)
        }

        #[cfg(not(feature = "split"))]
        async fn $name() -> Fetched {
            std::future::ready(Ok(&$part)).await
        }
    )*};
}

parts! {
    table: crate::table::PART;
    findings: crate::flags::PART;
    departments: crate::departments::PART;
    act: crate::act::PART;
    compare: crate::compare::PART;
    report: crate::report::PART;
    incoming: crate::incoming::PART;
    sharing: crate::sharing::PART;
    versions: crate::versions::PART;
    merging: crate::storage::MERGING;
}
