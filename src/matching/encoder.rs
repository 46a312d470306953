//! Words → a vector of what they are about, so that "quit" comes near "left" though they share no letter.
//!
//! `word_vectors.bin` holds a vector for each word of the English list, in the order of the list: a scale
//! (32-bit float, little-endian) and then one signed byte a dimension. `pair_vectors.bin` holds what is added
//! where two words stand side by side, or one at the beginning or the end, for the pairs that questions often
//! have ("how long", "not working"): the positions of both words in the list (16-bit, little-endian, [`EDGE`] for
//! none), ascending, and then such a vector. Both were distilled from a sentence encoder by `tests/distil/`; a text
//! is the sum of its words and pairs.

use std::sync::{Arc, LazyLock};

use crate::text::{EnglishWord, Reading, english_word};

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

/// What a text is about; shared, since a question, its vector and every index over it keep it.
pub(super) type Meaning = Arc<[f32; DIMENSIONS]>;

/// Sums up the words of a reading to a vector of the length wanted, or of zeros where there is no word.
pub(super) fn encode(reading: &Reading, wanted: f32) -> Meaning {
    let mut sum = [0.0_f32; DIMENSIONS];
    let mut before = Some(EDGE);
    for word in &reading.words {
        let known = english_word(word);
        match known.and_then(|known| ROWS.get(known.rank * ROW..(known.rank + 1) * ROW)) {
            Some(row) => add_known(&mut sum, row),
            None => add_unknown(&mut sum, word),
        }
        let position = known.and_then(|known| u16::try_from(known.rank).ok());
        add_pair(&mut sum, before, position);
        before = position;
    }
    add_pair(&mut sum, before, Some(EDGE));
    let length = sum.iter().map(|x| x * x).sum::<f32>().sqrt();
    if length > 0.0 {
        sum.iter_mut().for_each(|x| *x *= wanted / length);
    }
    Arc::new(sum)
}

/// How alike two words are in meaning: the cosine of their vectors, about 0.0 to 1.0.
pub fn likeness(a: EnglishWord, b: EnglishWord) -> f32 {
    let (Some(a_numbers), Some(b_numbers)) = (numbers(a.rank), numbers(b.rank)) else { return 0.0 };
    let lengths = LENGTHS[a.rank] * LENGTHS[b.rank];
    if lengths > 0.0 { dot(a_numbers, b_numbers) as f32 / lengths } else { 0.0 }
}

/// The length of each word's numbers, without their scale.
static LENGTHS: LazyLock<Vec<f32>> = LazyLock::new(|| {
    let length = |row: &[u8]| (dot(&row[4..], &row[4..]) as f32).sqrt();
    ROWS.chunks_exact(ROW).map(length).collect()
});

/// A word's numbers, without their scale.
fn numbers(rank: usize) -> Option<&'static [u8]> {
    ROWS.get(rank * ROW + 4..(rank + 1) * ROW)
}

/// Dot product of signed bytes.
fn dot(a: &[u8], b: &[u8]) -> i32 {
    let product = |(a, b): (&u8, &u8)| i32::from(a.cast_signed()) * i32::from(b.cast_signed());
    a.iter().zip(b).map(product).sum()
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

/// The positions of a pair's words in the list.
fn words_of([a, b, c, d, ..]: &[u8; PAIR_ROW]) -> (u16, u16) {
    (u16::from_le_bytes([*a, *b]), u16::from_le_bytes([*c, *d]))
}

/// A word that the list does not know stands for nothing but itself: a direction of its own, drawn from its
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
