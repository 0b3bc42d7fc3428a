//! The numbers of an RSA key in DER (X.690): a `SubjectPublicKeyInfo` (RFC 5280) that holds an `RSAPublicKey` (RFC 8017,
//! appendix A.1.1).

/// The algorithm of RSA keys: the object identifier 1.2.840.113549.1.1.1, and `NULL` (RFC 3279, section 2.3.1).
const RSA_ENCRYPTION: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00";

const INTEGER: u8 = 0x02;
const BIT_STRING: u8 = 0x03;
const SEQUENCE: u8 = 0x30;

/// The modulus and the exponent of a key, without leading zeros.
pub(crate) fn rsa_public_key(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut info = whole(der)?;
    let algorithm = take(&mut info, SEQUENCE)?;
    let key = take(&mut info, BIT_STRING)?.strip_prefix(&[0])?;
    let mut numbers = whole(key)?;
    let (modulus, exponent) = (integer(&mut numbers)?, integer(&mut numbers)?);
    let is_rsa = algorithm == RSA_ENCRYPTION && info.is_empty() && numbers.is_empty();
    is_rsa.then_some((modulus, exponent))
}

/// The content of a sequence behind which there is nothing.
fn whole(mut der: &[u8]) -> Option<&[u8]> {
    let content = take(&mut der, SEQUENCE)?;
    der.is_empty().then_some(content)
}

/// A positive number. A zero stands before it only where its first bit would be taken for a sign.
fn integer<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let number = take(rest, INTEGER)?;
    match number {
        [0, first, ..] if *first >= 0x80 => Some(&number[1..]),
        [0, _, ..] => None,
        [first, ..] if *first < 0x80 => Some(number),
        _ => None,
    }
}

/// The content of the next value, which has this tag. Its length is below 64 KiB and written as short as it can be.
fn take<'a>(rest: &mut &'a [u8], tag: u8) -> Option<&'a [u8]> {
    let (length, content) = match **rest {
        [given, length, ref content @ ..] if given == tag && length < 0x80 => (u16::from(length), content),
        [given, 0x81, length, ref content @ ..] if given == tag && length >= 0x80 => (u16::from(length), content),
        [given, 0x82, high, low, ref content @ ..] if given == tag && high > 0 => {
            (u16::from_be_bytes([high, low]), content)
        }
        _ => return None,
    };
    let (content, after) = content.split_at_checked(length.into())?;
    *rest = after;
    Some(content)
}

#[cfg(test)]
mod tests {
    use rsa_0_9::BigUint;
    use rsa_0_9::pkcs1::UintRef;
    use rsa_0_9::pkcs8::EncodePublicKey as _;
    use rsa_0_9::pkcs8::spki::SubjectPublicKeyInfoRef;

    use super::*;

    /// Reads a key by another library.
    fn expected(der: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
        let info = SubjectPublicKeyInfoRef::try_from(der).ok()?;
        if info.algorithm.oid != rsa_0_9::pkcs1::ALGORITHM_OID {
            return None;
        }
        let key = rsa_0_9::pkcs1::RsaPublicKey::try_from(info.subject_public_key.as_bytes()?).ok()?;
        let bytes = |number: UintRef<'_>| number.as_bytes().to_vec();
        Some((bytes(key.modulus), bytes(key.public_exponent)))
    }

    fn key(bits: usize) -> Vec<u8> {
        let modulus = (BigUint::from(1_u8) << (bits - 1)) + 1_u8;
        let key = rsa_0_9::RsaPublicKey::new_unchecked(modulus, 65_537_u32.into());
        key.to_public_key_der().unwrap().into_vec()
    }

    #[test]
    fn keys_of_every_length_are_read_as_another_library_reads_them() {
        for bits in [8, 100, 800, 1016, 1023, 1024, 1031, 2048, 8192, 16_384] {
            let der = key(bits);
            let (modulus, exponent) = rsa_public_key(&der).expect("the key is right");
            assert_eq!(expected(&der), Some((modulus.to_vec(), exponent.to_vec())), "{bits}");
        }
    }

    /// The other library takes other parameters of the algorithm, too.
    #[test]
    fn malformed_key_is_rejected() {
        let der = key(1024);
        for at in 0..der.len() {
            assert_eq!(rsa_public_key(&der[..at]), None, "cut at {at}");
            for change in [1, 2, 0x7f, 0x80, 0xff] {
                let mut changed = der.clone();
                changed[at] ^= change;
                let ours = rsa_public_key(&changed).map(|(modulus, exponent)| (modulus.to_vec(), exponent.to_vec()));
                if ours.is_some() {
                    assert_eq!(ours, expected(&changed), "{change:x} at {at}");
                }
            }
        }
        assert_eq!(rsa_public_key(&[&der[..], &[0]].concat()), None, "more behind it");
    }
}
