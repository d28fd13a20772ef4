//! Submissions: work for an assignment, from the draft to the grade.

crate::text_enum::text_enum! {
    /// Where a submission stands.
    pub enum SubmissionState {
        /// Only its writer sees it.
        Draft => "draft",
        /// Handed in; waits for a grade.
        Submitted => "submitted",
        Graded => "graded",
    }
}
