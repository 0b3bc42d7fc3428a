//! Powers modulo an odd number, by Montgomery's multiplication: a public-key operation needs no division.
//!
//! The time depends on the lengths and on the exponent, never on the base.

use zeroize::Zeroizing;

/// What one instruction multiplies, and its product.
#[cfg(target_pointer_width = "64")]
type Wide = u128;
#[cfg(target_pointer_width = "64")]
type Word = u64;
#[cfg(not(target_pointer_width = "64"))]
type Wide = u64;
#[cfg(not(target_pointer_width = "64"))]
type Word = u32;

/// A number of as many words as the modulus, the lowest first.
type Number = Zeroizing<Vec<Word>>;

const BYTES: usize = size_of::<Word>();

/// An odd modulus. `R` is 2 to the length of its words.
#[derive(Clone, Debug)]
pub(super) struct Modulus {
    words: Vec<Word>,
    /// The inverse of its negation, modulo a word.
    inverse: Word,
    /// `R²`, which brings a number into Montgomery's form.
    r2: Vec<Word>,
}

impl Modulus {
    /// An odd number, as big-endian bytes without leading zeros.
    pub(super) fn new(bytes: &[u8]) -> Self {
        let words = words(bytes, bytes.len().div_ceil(BYTES)).to_vec();
        // Each step doubles the number of bits that are right, of one to begin with.
        let inverse = (0..Word::BITS.ilog2())
            .fold(1, |inverse: Word, _| inverse.wrapping_mul(words[0].wrapping_mul(inverse).wrapping_add(2)));
        let mut modulus = Self { inverse, r2: Vec::new(), words };
        modulus.r2 = modulus.square_of_r();
        modulus
    }

    /// Doubled from a power of two that is less than the modulus up to `2^length · R`, which is `2^length` in Montgomery's form;
    /// squared from there.
    fn square_of_r(&self) -> Vec<Word> {
        let length = self.words.len();
        let top = self.words[length - 1].ilog2();
        let mut number = Zeroizing::new(vec![0; length]);
        let mut sum = self.sum();
        number[length - 1] = 1 << top;
        for _ in 0..(Word::BITS - top) as usize + length {
            let carry = number.iter_mut().fold(0, |carry, word| {
                let doubled = *word << 1 | carry;
                std::mem::replace(word, doubled) >> (Word::BITS - 1)
            });
            self.reduce(&mut number, carry, &mut sum[..length]);
        }
        for _ in 0..Word::BITS.ilog2() {
            self.multiply(&mut number, None, &mut sum);
        }
        number.to_vec()
    }

    /// Raises a number that is less than the modulus, as big-endian bytes; the result has as many. Square and multiply, from the
    /// exponent's second bit on.
    pub(super) fn raise(&self, base: &[u8], exponent: u64) -> Box<[u8]> {
        let mut sum = self.sum();
        let mut base = words(base, self.words.len());
        self.multiply(&mut base, Some(&self.r2), &mut sum);
        let mut power = base.clone();
        for bit in (0..exponent.ilog2()).rev() {
            self.multiply(&mut power, None, &mut sum);
            if exponent >> bit & 1 == 1 {
                self.multiply(&mut power, Some(&base), &mut sum);
            }
        }
        let one = words(&[1], self.words.len());
        self.multiply(&mut power, Some(&one), &mut sum);
        power.iter().rev().flat_map(|word| word.to_be_bytes()).collect()
    }

    /// Where products are summed up: one place for all multiplications of a power.
    fn sum(&self) -> Number {
        Zeroizing::new(vec![0; 2 * self.words.len()])
    }

    /// Makes the number `number · factor / R`, where both are less than the modulus; without a factor, `number² / R`.
    fn multiply(&self, number: &mut [Word], factor: Option<&[Word]>, sum: &mut [Word]) {
        let length = self.words.len();
        let factor = factor.unwrap_or(number);
        sum.fill(0);
        let mut carry = 0;
        for (at, word) in number.iter().enumerate() {
            // The multiple of the modulus that makes the lowest word zero.
            let lowest = word.wrapping_mul(factor[0]).wrapping_add(sum[at]);
            let multiple = lowest.wrapping_mul(self.inverse);
            carry += add_products(&mut sum[at..], (*word, factor), (multiple, &self.words));
            sum[at + length] = low(carry);
            carry >>= Word::BITS;
        }
        let (reduced, high) = sum.split_at_mut(length);
        number.copy_from_slice(high);
        self.reduce(number, low(carry), reduced);
    }

    /// Subtracts the modulus from a number with one more bit, unless it is less. Both are computed, and one is taken by a mask.
    fn reduce(&self, number: &mut [Word], carry: Word, reduced: &mut [Word]) {
        reduced.copy_from_slice(number);
        let mut borrow = 0;
        for (word, subtrahend) in reduced.iter_mut().zip(&self.words) {
            let difference = Wide::from(*word).wrapping_sub(Wide::from(*subtrahend) + Wide::from(borrow));
            [*word, borrow] = [low(difference), low(difference >> Word::BITS) & 1];
        }
        let is_less = (borrow & !carry & 1).wrapping_neg();
        for (word, reduced) in number.iter_mut().zip(reduced.iter()) {
            *word = *word & is_less | *reduced & !is_less;
        }
    }
}

/// `sum += word · number + multiple · modulus`, in one pass: an exponentiation spends most of its time here. Returns the carry beyond the
/// numbers.
fn add_products(sum: &mut [Word], (word, number): (Word, &[Word]), (multiple, modulus): (Word, &[Word])) -> Wide {
    let (mut carry, mut modulus_carry) = (0, 0);
    for ((sum, number_word), modulus_word) in sum.iter_mut().zip(number).zip(modulus) {
        let product = Wide::from(word) * Wide::from(*number_word) + Wide::from(*sum) + carry;
        let both = Wide::from(multiple) * Wide::from(*modulus_word) + Wide::from(low(product)) + modulus_carry;
        *sum = low(both);
        (carry, modulus_carry) = (product >> Word::BITS, both >> Word::BITS);
    }
    carry + modulus_carry
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is meant")]
fn low(wide: Wide) -> Word {
    wide as Word
}

/// Big-endian bytes as a number of so many words.
fn words(bytes: &[u8], length: usize) -> Number {
    let mut number = Zeroizing::new(vec![0; length]);
    for (word, bytes) in number.iter_mut().zip(bytes.rchunks(BYTES)) {
        *word = bytes.iter().fold(0, |word, byte| word << 8 | Word::from(*byte));
    }
    number
}

#[cfg(test)]
mod tests {
    use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
    use crypto_bigint::{BoxedUint, Odd};
    use proptest::prelude::*;

    use super::*;

    /// Raises by another library.
    fn expected(modulus: &[u8], base: &[u8], exponent: u64) -> Vec<u8> {
        let modulus = Odd::new(BoxedUint::from_be_slice_vartime(modulus)).unwrap();
        let params = BoxedMontyParams::new_vartime(modulus);
        let base = BoxedUint::from_be_slice_truncated(base, params.bits_precision());
        let power = BoxedMontyForm::new(base, &params).pow(&BoxedUint::from(exponent));
        power.retrieve().to_be_bytes().to_vec()
    }

    fn trimmed(bytes: &[u8]) -> &[u8] {
        &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..]
    }

    fn check(modulus: &[u8], base: &[u8], exponent: u64) {
        let power = Modulus::new(modulus).raise(base, exponent);
        assert_eq!(trimmed(&power), trimmed(&expected(modulus, base, exponent)), "{modulus:x?} {base:x?} {exponent}");
    }

    proptest! {
        #[test]
        fn raises_as_another_library(
            mut modulus in prop::collection::vec(any::<u8>(), 1..200),
            mut base in prop::collection::vec(any::<u8>(), 200),
            exponent in prop_oneof![1..100_u64, any::<u64>().prop_map(|exponent| exponent | 1)],
        ) {
            modulus[0] |= 2;
            *modulus.last_mut().unwrap() |= 1;
            base.truncate(modulus.len());
            base[0] %= modulus[0];
            check(&modulus, &base, exponent);
        }
    }

    #[test]
    fn carries_go_all_the_way() {
        for length in [1, 3, 4, 7, 8, 9, 16, 128, 129] {
            let largest = vec![0xff; length];
            let mut smallest = vec![0; length];
            smallest[0] = 0x80;
            smallest[length - 1] |= 1;
            for modulus in [largest, smallest] {
                let mut below = modulus.clone();
                below[length - 1] -= 1;
                for base in [below, vec![0; length], vec![1; length]] {
                    check(&modulus, &base, 3);
                    check(&modulus, &base, 65_537);
                }
            }
        }
    }
}
