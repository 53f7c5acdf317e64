package io.numberferry.domain;

import java.util.Optional;

/// What became of a row: one per row, in every report.
///
/// @param reason the stable code, which also fixes the status
/// @param message one sentence for people; empty when the code says it all
/// @param advice what to do; empty for nothing
/// @param service the service's own code and text, where it gave one
/// @param number Connect's id and ARN of the number, where known
/// @param attempts calls sent for this row, counted from 1; 0 when none was
/// @param before the state found, in words; empty when it was not read
/// @param after the state left behind, in words; empty when unchanged or not known
public record Outcome(
        Reason reason,
        String message,
        String advice,
        Optional<ServiceError> service,
        Optional<NumberId> number,
        int attempts,
        String before,
        String after) {

    /// What a service said: its error code and text, as it sent them.
    public record ServiceError(String code, String text) {}

    public static Outcome of(Reason reason, String message) {
        return new Outcome(reason, message, reason.advice(), Optional.empty(), Optional.empty(), 0, "", "");
    }

    /// An outcome that a service's refusal decided.
    public static Outcome of(Reason reason, String message, Failure failure) {
        return of(reason, message).withService(new ServiceError(failure.code(), failure.message()));
    }

    public Status status() {
        return reason.status();
    }

    /// Tells whether a row that builds on this one may go on.
    public boolean good() {
        return status() == Status.SUCCEEDED || status() == Status.UNCHANGED;
    }

    public Outcome advising(String better) {
        return new Outcome(reason, message, better, service, number, attempts, before, after);
    }

    public Outcome saying(String text) {
        return new Outcome(reason, text, advice, service, number, attempts, before, after);
    }

    public Outcome withService(ServiceError error) {
        return new Outcome(reason, message, advice, Optional.of(error), number, attempts, before, after);
    }

    public Outcome withNumber(Optional<NumberId> known) {
        return new Outcome(reason, message, advice, service, known.or(() -> number), attempts, before, after);
    }

    public Outcome afterAttempts(int count) {
        return new Outcome(reason, message, advice, service, number, count, before, after);
    }

    public Outcome from(String stateBefore) {
        return new Outcome(reason, message, advice, service, number, attempts, stateBefore, after);
    }

    public Outcome leaving(String stateAfter) {
        return new Outcome(reason, message, advice, service, number, attempts, before, stateAfter);
    }
}
