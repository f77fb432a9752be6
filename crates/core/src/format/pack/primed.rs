//! Deflating with a text both sides know (a preset dictionary, RFC 1951 does not mind what lies before the data): what
//! stands in it costs nothing the first time either.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::PackError;

/// No zlib header, smallest result.
const RAW: i32 = -15;
const LEVEL: i32 = 10;
/// How much room an inflated text gets at first, and at least each time it grows, in bytes.
const STEP: usize = 16 * 1024;

/// Texts deflated with one known text before them.
pub struct Primed(pub &'static str);

impl Primed {
    /// The text deflated; only [`inflate`](Self::inflate) of the same known text can read it.
    pub fn deflate(&self, text: &str) -> Vec<u8> {
        let mut state = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, RAW, 0));
        // After a sync the output goes on at a whole byte, and may still refer to what was before.
        let known = compress_to_output(&mut state, self.0.as_bytes(), TDEFLFlush::Sync, |_| true);
        let mut packed = Vec::new();
        let done = compress_to_output(&mut state, text.as_bytes(), TDEFLFlush::Finish, |bytes| {
            packed.extend_from_slice(bytes);
            true
        });
        debug_assert_eq!((known.0, done.0), (TDEFLStatus::Okay, TDEFLStatus::Done));
        packed
    }

    /// The text of deflated bytes, of at most `limit` bytes. Never takes more memory than twice that.
    ///
    /// # Errors
    /// Where the bytes are damaged or hold more.
    pub fn inflate(&self, bytes: &[u8], limit: usize) -> Result<String, PackError> {
        let known = self.0.len();
        let mut state = Box::new(DecompressorOxide::new());
        let mut out = self.0.as_bytes().to_vec();
        let (mut read, mut written) = (0, known);
        loop {
            if out.len() - written < STEP / 2 {
                // One byte more than the limit tells what is too long from what just fits.
                out.resize((out.len() * 2 + STEP).min(known + limit + 1), 0);
            }
            let (status, taken, made) = decompress(
                &mut state,
                &bytes[read..],
                &mut out,
                written,
                TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
            );
            read += taken;
            written += made;
            match status {
                _ if written > known + limit => return Err(PackError::TooLarge),
                TINFLStatus::Done => break,
                TINFLStatus::HasMoreOutput => {}
                _ => return Err(PackError::Damaged),
            }
        }
        String::from_utf8(out[known..written].to_vec()).map_err(|_| PackError::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use crosslane_cases::cases;
    use proptest::prelude::*;

    use super::*;

    const KNOWN: Primed = Primed("the customer asks, the department answers ");

    #[test]
    fn what_is_known_costs_next_to_nothing() {
        let text = "the department asks, the customer answers";
        let unknown = Primed("").deflate(text).len();
        assert!(KNOWN.deflate(text).len() < unknown - 15, "{unknown}");
    }

    #[test]
    fn more_than_the_limit_is_refused() {
        let text = "x".repeat(100_000);
        let packed = KNOWN.deflate(&text);
        assert_eq!(KNOWN.inflate(&packed, 100_000).as_ref(), Ok(&text));
        assert_eq!(KNOWN.inflate(&packed, 99_999), Err(PackError::TooLarge));
        assert_eq!(KNOWN.inflate(&packed[..packed.len() - 1], 100_000), Err(PackError::Damaged));
        assert_eq!(KNOWN.inflate(&[], 10), Err(PackError::Damaged));
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn every_text_comes_back(text in "[a-e ]{0,200}", times in 1_usize..400) {
            let text = text.repeat(times);
            prop_assert_eq!(KNOWN.inflate(&KNOWN.deflate(&text), text.len()), Ok(text));
        }

        #[test]
        fn no_bytes_make_it_stop(bytes in proptest::collection::vec(any::<u8>(), 0..200), limit in 0_usize..5_000) {
            if let Ok(text) = KNOWN.inflate(&bytes, limit) {
                prop_assert!(text.len() <= limit);
            }
        }
    }
}
