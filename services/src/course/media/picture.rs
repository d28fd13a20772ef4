//! The width and height of pictures of points, read from their first bytes.

/// Width and height in points; None when the file does not say.
pub(super) fn size(ending: &str, bytes: &[u8]) -> Option<(u32, u32)> {
    let size = match ending {
        "png" => Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?)),
        "webp" => webp(bytes),
        _ => jpeg(bytes),
    };
    size.filter(|(width, height)| *width > 0 && *height > 0)
}

/// A number of `count` bytes, the highest first.
fn big(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    Some(bytes.get(at..at + count)?.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

/// The same, the lowest first.
fn little(bytes: &[u8], at: usize, count: usize) -> Option<u32> {
    Some(bytes.get(at..at + count)?.iter().rev().fold(0, |number, byte| (number << 8) | u32::from(*byte)))
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1))
        }
        b"VP8 " => Some((little(bytes, 26, 2)? & 0x3fff, little(bytes, 28, 2)? & 0x3fff)),
        _ => None,
    }
}

/// Walks over the segments to the one that begins a frame.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    while *bytes.get(at)? == 0xff {
        let marker = *bytes.get(at + 1)?;
        // All of SOF0 to SOF15, but for the three of this range that are tables.
        if (0xc0..=0xcf).contains(&marker) && ![0xc4, 0xc8, 0xcc].contains(&marker) {
            return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
        }
        at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?.max(2);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_broken_files_have_none() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 1, 0, 0, 0, 0, 80]);
        assert_eq!(size("png", &png), Some((256, 80)));
        let jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 60, 0, 90];
        assert_eq!(size("jpg", &jpeg), Some((90, 60)));
        let mut webp = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0".to_vec();
        webp.extend([99, 0, 0, 49, 0, 0]);
        assert_eq!(size("webp", &webp), Some((100, 50)));
        for broken in [&png[..10], &[], &[0xff, 0xd8]] {
            assert_eq!(size("png", broken).or_else(|| size("jpg", broken)).or_else(|| size("webp", broken)), None);
        }
    }
}
