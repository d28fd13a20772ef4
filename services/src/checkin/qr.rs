//! A QR code as the path of an SVG.

use qrcode::{Color, EcLevel, QrCode};

use crate::error::{Error, Result};

/// The code's width in modules with its quiet zone of four on each side, and the path that draws its dark modules, one unit
/// each. A projector's picture is clean, but phones are far away: errors up to 15 % are corrected.
///
/// # Errors
/// When the address is too long for any QR code.
pub(super) fn draw(address: &str) -> Result<(u32, String)> {
    use std::fmt::Write as _;
    let code =
        QrCode::with_error_correction_level(address, EcLevel::M).map_err(|error| Error::other("a QR code", error))?;
    let width = code.width();
    let mut path = String::new();
    for (place, row) in code.to_colors().chunks(width).enumerate() {
        let mut start = None;
        // One stroke a run of dark modules; the light end closes the last run.
        for (x, color) in row.iter().copied().chain([Color::Light]).enumerate() {
            match (color, start) {
                (Color::Dark, None) => start = Some(x),
                (Color::Light, Some(from)) => {
                    let _ = write!(path, "M{} {}h{}v1H{}z", from + 4, place + 4, x - from, from + 4);
                    start = None;
                }
                _ => {}
            }
        }
    }
    Ok((u32::try_from(width + 8).unwrap_or(u32::MAX), path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners() {
        let (size, path) = draw("https://campus.example.org/es/here/ABC234").unwrap();
        assert!((29..60).contains(&size), "{size}");
        // The first row of the two upper corners, seven modules each, behind the quiet zone.
        assert!(path.starts_with("M4 4h7v1H4z"), "{path}");
        assert!(path.contains(&format!("M{} 4h7v1H{}z", size - 11, size - 11)));
    }
}
