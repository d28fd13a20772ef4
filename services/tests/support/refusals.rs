//! What a use case refused, in a form that a test compares.

use domain::error::Code;

/// The refusal's code; None for a failure that is none.
pub fn code<T: std::fmt::Debug>(result: services::Result<T>) -> Option<Code> {
    result.unwrap_err().code()
}

/// The wrong fields of a form.
pub fn fields<T: std::fmt::Debug>(result: services::Result<T>) -> Vec<(String, Code)> {
    match result.unwrap_err() {
        services::Error::Refused(refusal) => refusal.fields,
        other => panic!("{other}"),
    }
}
