package io.numberferry.domain;

/// Something that a plan noticed and that settles no row: a person should know it before the job runs.
///
/// @param message one sentence for people, with the numbers that support it
/// @param rows how many rows are concerned; 0 where it is not about rows
public record Warning(Code code, String message, long rows) {

    /// The stable codes of warnings.
    public enum Code {
        /// A read that the plan wanted was refused; the message names the action.
        PERMISSION_MISSING,
        /// Rows that have no inverse.
        CANNOT_BE_UNDONE,
        /// ForceAssociate would take numbers from what they are associated with.
        TAKEN_BY_FORCE,
        /// Rows with force whose number was not seen, because an earlier row changes it.
        FORCE_UNSEEN,
        /// Numbers that would end without a flow.
        LEFT_WITHOUT_FLOW,
        /// What follows from the file alone for the rule on claims and releases in 180 days.
        CLAIM_BUDGET,
        /// An instance would have to hold more numbers than its quota allows.
        NUMBER_QUOTA,
        /// How many numbers an instance may hold could not be read.
        NUMBER_QUOTA_NOT_READ,
        /// What rows would do otherwise than in the last dry run of the same file.
        SINCE_CHECK,
        /// The daily fee of claimed numbers is not in the estimate.
        PRICE_NOT_KNOWN
    }
}
