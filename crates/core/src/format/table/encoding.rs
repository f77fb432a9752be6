//! Bytes of a table into text.

/// How the bytes of a table were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, the low byte first: what a spreadsheet saves as "Unicode text".
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, where the bytes are no UTF-8: what a spreadsheet saves as "CSV" in Western
    /// Europe and America.
    Windows1252,
}

/// A text and how it was found in the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding it was read in.
    pub encoding: Encoding,
    /// Characters that could not be read and stand as `U+FFFD` in the text.
    pub unreadable: usize,
}

/// Reads bytes in the encoding that they show: by their byte order mark, else by the zero bytes of
/// UTF-16, else as UTF-8 if they are (nearly) that, else as Windows-1252.
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return utf16(rest, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return utf16(rest, Encoding::Utf16Be);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return utf16(bytes, encoding);
    }
    if mostly_utf8(bytes) { utf8(bytes) } else { windows_1252(bytes) }
}

fn utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut unreadable = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            unreadable += 1;
        }
    }
    Decoded { text, encoding: Encoding::Utf8, unreadable }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Decoded {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes(*pair),
        _ => u16::from_le_bytes(*pair),
    });
    let mut unreadable = odd.len();
    let mut text: String = char::decode_utf16(units)
        .map(|letter| {
            letter.unwrap_or_else(|_| {
                unreadable += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if !odd.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    Decoded { text, encoding, unreadable }
}

/// UTF-16 of mostly Western text has a zero in every other byte, UTF-8 hardly any.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    let (pairs, _) = bytes[..bytes.len().min(1_024)].as_chunks::<2>();
    let high_zeros = pairs.iter().filter(|pair| pair[1] == 0 && pair[0] != 0).count();
    let low_zeros = pairs.iter().filter(|pair| pair[0] == 0 && pair[1] != 0).count();
    let most = pairs.len() / 2 + 1;
    if high_zeros >= most && low_zeros == 0 {
        Some(Encoding::Utf16Le)
    } else if low_zeros >= most && high_zeros == 0 {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// One damaged letter does not turn a UTF-8 file into another encoding: it needs fewer unreadable
/// places than letters beyond ASCII that are good UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let mut good = 0;
    let mut bad = 0;
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || bad < good
}

fn windows_1252(bytes: &[u8]) -> Decoded {
    let letter = |byte: &u8| match byte {
        0x80..=0x9F => UPPER_CONTROLS[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    };
    Decoded { text: bytes.iter().map(letter).collect(), encoding: Encoding::Windows1252, unreadable: 0 }
}

/// Bytes 80 to 9F of Windows-1252, as the WHATWG encoding standard has them (five stay controls).
const UPPER_CONTROLS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];
