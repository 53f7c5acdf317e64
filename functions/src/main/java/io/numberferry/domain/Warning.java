package io.numberferry.domain;

/// Something that a plan noticed and that settles no row: a person should know it before the job runs.
///
/// @param message one sentence for people, with the numbers that support it
/// @param rows how many rows are concerned; 0 where it is not about rows
public record Warning(Code code, String message, long rows) {

    /// The stable codes of warnings.
    public enum Code {
        /// A read that the plan wanted was refused; the message names the action.
        PERMISSION_MISSING
    }
}
