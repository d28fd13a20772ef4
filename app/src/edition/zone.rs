//! Time zones by the name of a place that people know.

use crate::t;

/// The zones that the form of a new edition offers; the reporting zone first, then from north to south.
pub(super) const ZONES: &[&str] = &[
    "America/New_York",
    "America/Los_Angeles",
    "America/Denver",
    "America/Chicago",
    "America/Toronto",
    "America/Mexico_City",
    "America/Havana",
    "America/Nassau",
    "America/Santo_Domingo",
    "America/Port-au-Prince",
    "America/Jamaica",
    "America/Guatemala",
    "America/Belize",
    "America/El_Salvador",
    "America/Tegucigalpa",
    "America/Managua",
    "America/Costa_Rica",
    "America/Panama",
    "America/Barbados",
    "America/Port_of_Spain",
    "America/Caracas",
    "America/Bogota",
    "America/Guyana",
    "America/Paramaribo",
    "America/Guayaquil",
    "America/Lima",
    "America/La_Paz",
    "America/Sao_Paulo",
    "America/Asuncion",
    "America/Santiago",
    "America/Montevideo",
    "America/Argentina/Buenos_Aires",
    "UTC",
];

/// A place of the zone: "Washington", "Lima".
pub(super) fn place(zone: &str) -> String {
    if ZONES.contains(&zone) {
        return t!(&format!("zone-{}", zone.replace('/', "-")));
    }
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// "hora de Lima", "Lima time": dates are never shown without their zone.
#[must_use]
pub fn zone_words(zone: &str) -> String {
    t!("zone-time", place = place(zone))
}
