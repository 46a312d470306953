//! Words → a vector of what they are about, so that "quit" comes near "left" though they share no letter.
//!
//! `word_vectors.bin` holds a vector for each word of the English list and the further words behind it, in their order: a scale
//! (32-bit float, little-endian) and then one signed byte a dimension. `pair_vectors.bin` holds what is added
//! where two words stand side by side, or one at the beginning or the end, for the pairs that questions often
//! have ("how long", "not working"): the positions of both words (16-bit, little-endian, [`EDGE`] for
//! none), ascending, and then such a vector. Both were distilled from sentence encoders by `tests/distil/`; a text is the sum of
//! its words and pairs.

use crate::text::{Reading, word_position};

/// How many numbers a vector has.
pub(super) const DIMENSIONS: usize = 128;
/// Bytes of one vector: its scale and its numbers.
const ROW: usize = 4 + DIMENSIONS;
/// Bytes of one pair: its words and its vector.
const PAIR_ROW: usize = 4 + ROW;
/// What stands before the first word and after the last.
const EDGE: u16 = u16::MAX;

static ROWS: &[u8] = include_bytes!("word_vectors.bin");
static PAIRS: &[u8] = include_bytes!("pair_vectors.bin");

/// What words are about together, and how much.
pub(super) type Meaning = [f32; DIMENSIONS];

/// What a text or a word is about, whatever its weight, in whole numbers: its length is [`UNIT`]. Half the room of a
/// [`Meaning`], and the processor compares two of them in half the time.
pub(super) type Direction = [i16; DIMENSIONS];
pub(super) const UNIT: f32 = 8192.0;

/// What a reading is about: zeros where there is no word.
pub(super) fn encode(reading: &Reading) -> Direction {
    let mut sum = [0.0_f32; DIMENSIONS];
    let mut before = Some(EDGE);
    for word in &reading.words {
        let position = word_position(word);
        match position.and_then(row_of) {
            Some(row) => add_known(&mut sum, row),
            None => add_unknown(&mut sum, word),
        }
        add_pair(&mut sum, before, position);
        before = position;
    }
    add_pair(&mut sum, before, Some(EDGE));
    direction_of(&sum)
}

/// The direction of a word, given its position.
pub(super) fn direction(position: u16) -> Direction {
    let mut numbers = [0.0_f32; DIMENSIONS];
    if let Some(row) = row_of(position) {
        add_known(&mut numbers, row);
    }
    direction_of(&numbers)
}

fn row_of(position: u16) -> Option<&'static [u8]> {
    let start = usize::from(position) * ROW;
    ROWS.get(start..start + ROW)
}

fn direction_of(meaning: &Meaning) -> Direction {
    let length = meaning.iter().map(|x| x * x).sum::<f32>().sqrt();
    let scale = if length > 0.0 { UNIT / length } else { 0.0 };
    // Rounded by hand, since the conversion cuts off what is behind the point.
    meaning.map(|x| (x * scale + 0.5_f32.copysign(x)) as i16)
}

/// How alike two texts or words are in meaning: the cosine of their directions, about 0.0 to 1.0.
pub(super) fn likeness(a: &Direction, b: &Direction) -> f32 {
    let product: i32 = a.iter().zip(b).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
    product as f32 / (UNIT * UNIT)
}

fn add_known(sum: &mut [f32; DIMENSIONS], row: &[u8]) {
    let Some((scale, numbers)) = row.split_first_chunk::<4>() else { return };
    let scale = f32::from_le_bytes(*scale);
    for (x, number) in sum.iter_mut().zip(numbers) {
        *x += scale * f32::from(number.cast_signed());
    }
}

/// Adds what two neighbours mean together, where they are a known pair.
fn add_pair(sum: &mut [f32; DIMENSIONS], first: Option<u16>, second: Option<u16>) {
    let (Some(first), Some(second)) = (first, second) else { return };
    let (pairs, _) = PAIRS.as_chunks::<PAIR_ROW>();
    if let Ok(known) = pairs.binary_search_by_key(&(first, second), words_of) {
        add_known(sum, &pairs[known][PAIR_ROW - ROW..]);
    }
}

/// The positions of a pair's words.
fn words_of([a, b, c, d, ..]: &[u8; PAIR_ROW]) -> (u16, u16) {
    (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]))
}

/// A word without a vector stands for nothing but itself: a direction of its own, drawn from its
/// letters.
fn add_unknown(sum: &mut [f32; DIMENSIONS], word: &str) {
    let mut state = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    for chunk in sum.chunks_mut(64) {
        state = mix(state);
        for (bit, x) in chunk.iter_mut().enumerate() {
            *x += if state >> bit & 1 == 1 { UNKNOWN_NUMBER } else { -UNKNOWN_NUMBER };
        }
    }
}

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
fn mix(state: u64) -> u64 {
    let z = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (z ^ z >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ z >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ z >> 31
}

/// The size of each number of an unknown word, so that it weighs as much as the median known word.
const UNKNOWN_NUMBER: f32 = 1.0 / 11.3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_a_vector_and_every_pair_is_of_such_words() {
        let count = include_str!("../text/english.txt").lines().count()
            + include_str!("../text/further_words.txt").lines().count();
        assert_eq!(ROWS.len(), count * ROW);
        let (pairs, rest) = PAIRS.as_chunks::<PAIR_ROW>();
        assert!(rest.is_empty() && pairs.is_sorted_by_key(words_of));
        let is_known = |word: u16| word == EDGE || usize::from(word) < count;
        assert!(count < usize::from(EDGE));
        assert!(pairs.iter().map(words_of).all(|(first, second)| is_known(first) && is_known(second)));
    }
}
