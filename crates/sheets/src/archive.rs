//! What a ZIP archive unpacks to, found out before anything is unpacked for good: a workbook of a few kilobytes may claim
//! to hold gigabytes, and what it says of its own size need not be true.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::SheetsError;

/// The most that all parts may hold together when unpacked, in bytes.
pub const MAX_UNPACKED: usize = 256 * 1024 * 1024;
/// Parts that an archive may have. A workbook has a few dozen.
const MAX_PARTS: usize = 4_096;

const END: [u8; 4] = *b"PK\x05\x06";
const ENTRY: [u8; 4] = *b"PK\x01\x02";
const PART: [u8; 4] = *b"PK\x03\x04";
/// Lengths of these without what varies (APPNOTE 4.3).
const END_LENGTH: usize = 22;
const ENTRY_LENGTH: usize = 46;
const PART_LENGTH: usize = 30;

/// Checks that all parts together unpack to no more than [`MAX_UNPACKED`].
///
/// # Errors
/// Where they are larger, or the bytes are no archive that a workbook is in.
pub fn check(bytes: &[u8]) -> Result<(), SheetsError> {
    let broken = SheetsError::NotWorkbook;
    let end = bytes.windows(4).rposition(|window| window == END).ok_or(broken)?;
    let end = bytes.get(end..end + END_LENGTH).ok_or(broken)?;
    let count = number::<2>(end, 10).ok_or(broken)?;
    if count > MAX_PARTS {
        return Err(SheetsError::TooLarge);
    }
    let mut at = number::<4>(end, 16).ok_or(broken)?;
    let mut left = MAX_UNPACKED;
    for _ in 0..count {
        let entry = bytes.get(at..).filter(|rest| rest.starts_with(&ENTRY)).ok_or(broken)?;
        let read = |at| number::<2>(entry, at);
        let size = number::<4>(entry, 20).ok_or(broken)?;
        let start = number::<4>(entry, 42).ok_or(broken)?;
        let data = part(bytes, start, size).ok_or(broken)?;
        let unpacked = match read(10).ok_or(broken)? {
            0 => size,
            8 => unpacked(data, left)?,
            _ => return Err(broken),
        };
        left = left.checked_sub(unpacked).ok_or(SheetsError::TooLarge)?;
        let varies = [28, 30, 32].into_iter().map(read).try_fold(0, |sum, length| Some(sum + length?));
        at += ENTRY_LENGTH + varies.ok_or(broken)?;
    }
    Ok(())
}

/// The packed bytes of the part that begins at `start`.
fn part(bytes: &[u8], start: usize, size: usize) -> Option<&[u8]> {
    let part = bytes.get(start..)?;
    if !part.starts_with(&PART) {
        return None;
    }
    let from = PART_LENGTH + number::<2>(part, 26)? + number::<2>(part, 28)?;
    part.get(from..from.checked_add(size)?)
}

/// How many bytes a part unpacks to, of at most `limit`.
fn unpacked(data: &[u8], limit: usize) -> Result<usize, SheetsError> {
    match decompress_to_vec_with_limit(data, limit) {
        Ok(unpacked) => Ok(unpacked.len()),
        Err(error) if error.status == TINFLStatus::HasMoreOutput => Err(SheetsError::TooLarge),
        Err(_) => Err(SheetsError::NotWorkbook),
    }
}

/// The number in `N` bytes at `at`, the lowest byte first.
fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at + N)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use miniz_oxide::deflate::compress_to_vec;

    use super::*;

    /// An archive of one part, which says of itself that it unpacks to nothing.
    fn archive(packed: &[u8], method: u8) -> Vec<u8> {
        let size = u32::try_from(packed.len()).unwrap().to_le_bytes();
        let mut bytes = PART.to_vec();
        bytes.extend([20, 0, 0, 0, method, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend(size);
        bytes.extend([0; 8]);
        bytes.extend(packed);
        let entry = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        bytes.extend(ENTRY);
        bytes.extend([20, 0, 20, 0, 0, 0, method, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        bytes.extend(size);
        bytes.extend([0; 22]);
        bytes.extend(END);
        bytes.extend([0, 0, 0, 0, 1, 0, 1, 0, 46, 0, 0, 0]);
        bytes.extend(entry);
        bytes.extend([0, 0]);
        bytes
    }

    #[test]
    fn a_part_that_unpacks_to_too_much_is_found_whatever_it_says() {
        assert_eq!(check(&archive(&compress_to_vec(&[0; 1000], 6), 8)), Ok(()));
        let bomb = compress_to_vec(&vec![0; MAX_UNPACKED + 1], 6);
        assert!(bomb.len() < 1_000_000);
        assert_eq!(check(&archive(&bomb, 8)), Err(SheetsError::TooLarge));
        assert_eq!(check(&archive(b"x", 12)), Err(SheetsError::NotWorkbook));
        assert_eq!(check(b"PK\x05\x06"), Err(SheetsError::NotWorkbook));
    }
}
