//! How often invented people declare what.

use domain::person::Sex;

/// Countries of the region, by how many of the invented people work there.
pub(crate) const COUNTRIES: &[(usize, &str)] = &[
    (12, "PY"),
    (10, "GT"),
    (9, "MX"),
    (9, "CO"),
    (8, "PE"),
    (7, "AR"),
    (6, "CL"),
    (6, "EC"),
    (6, "DO"),
    (5, "CR"),
    (5, "SV"),
    (5, "HN"),
    (4, "PA"),
    (4, "BO"),
    (4, "UY"),
    (3, "BB"),
    (3, "TT"),
    (3, "JM"),
    (2, "BZ"),
    (2, "GY"),
    (2, "LC"),
    (2, "HT"),
];

pub(crate) const SEXES: &[(usize, Option<Sex>)] =
    &[(57, Some(Sex::Woman)), (30, Some(Sex::Man)), (3, Some(Sex::Another)), (4, Some(Sex::Declined)), (6, None)];

/// Kinds of personnel by weight; the last is "not recorded".
pub(crate) const KINDS: &[(usize, Option<&str>)] = &[
    (30, Some("national-machinery")),
    (8, Some("labour")),
    (9, Some("health")),
    (7, Some("education")),
    (8, Some("planning-budget")),
    (7, Some("justice")),
    (4, Some("security")),
    (6, Some("statistics")),
    (4, Some("electoral-political")),
    (5, Some("oas")),
    (4, Some("international")),
    (6, Some("civil-society")),
    (3, Some("media")),
    (9, None),
];
