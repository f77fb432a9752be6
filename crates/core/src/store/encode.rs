//! Bytes as text for a store that counts UTF-16 units: 15 bits in each unit.
//!
//! The characters are U+3400 to U+B3FF: no control characters, no surrogates, no noncharacters, one unit
//! each. A last piece of up to 7 bits takes one of the 128 characters before them, so that the number of
//! bytes needs no saying. Base64 would hold 6 bits in a unit.

const FIRST: u32 = 0x3400;
const FIRST_SHORT: u32 = FIRST - 128;
const BITS: u32 = 15;
const SHORT_BITS: u32 = 7;

/// The bytes as text of one UTF-16 unit for every 15 bits.
pub fn encode(bytes: &[u8]) -> String {
    // Each character takes three bytes in UTF-8.
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(15) * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        if bits >= BITS {
            bits -= BITS;
            text.extend(char::from_u32(FIRST + (held >> bits)));
            held &= (1 << bits) - 1;
        }
    }
    if bits > SHORT_BITS {
        text.extend(char::from_u32(FIRST + (held << (BITS - bits))));
    } else if bits > 0 {
        text.extend(char::from_u32(FIRST_SHORT + (held << (SHORT_BITS - bits))));
    }
    text
}

/// The bytes of an encoded text; `None` where [`encode`] cannot have written it.
pub fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8 + 1);
    let (mut held, mut bits) = (0_u32, 0);
    let mut characters = text.chars().map(u32::from).peekable();
    while let Some(character) = characters.next() {
        let (value, width) = match character.checked_sub(FIRST) {
            Some(value) => (value, BITS),
            None => (character.checked_sub(FIRST_SHORT)?, SHORT_BITS),
        };
        let last = characters.peek().is_none();
        if value >> width != 0 || (width == SHORT_BITS && !last) {
            return None;
        }
        held = held << width | value;
        bits += width;
        while bits >= 8 {
            bits -= 8;
            bytes.extend(u8::try_from(held >> bits));
            held &= (1 << bits) - 1;
        }
    }
    // What is left over is padding: zeros.
    (held == 0).then_some(bytes)
}
