//! A text made small for where room is short: deflated without a header (RFC 1951), and as characters that addresses and
//! XML leave alone.

mod base64;
mod primed;

use thiserror::Error;

pub use base64::{decode, encode};
pub use primed::Primed;

/// Why bytes are not what was deflated here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PackError {
    /// More than the limit when inflated.
    #[error("inflates to more than the limit")]
    TooLarge,
    /// Not deflated data, or cut off.
    #[error("damaged")]
    Damaged,
}
