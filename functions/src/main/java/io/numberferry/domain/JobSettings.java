package io.numberferry.domain;

import java.util.Optional;

/// How a job is to be run, from its start input, the upload's metadata or its folder.
///
/// @param operation the operation of rows that name none
/// @param target the target of rows that name none
/// @param dryRun plan and report, but write nothing
/// @param onRejection what becomes of the good rows when others are rejected
/// @param allowRelease whether rows may release numbers
/// @param country the two-letter country whose numbers may come without `+`; empty refuses them
/// @param rails what keeps the job from going further than was meant
public record JobSettings(
        Optional<String> operation,
        Optional<String> target,
        boolean dryRun,
        OnRejection onRejection,
        boolean allowRelease,
        Optional<String> country,
        Rails rails) {

    /// Settings with the rails of a job that says nothing about them.
    public JobSettings(
            Optional<String> operation,
            Optional<String> target,
            boolean dryRun,
            OnRejection onRejection,
            boolean allowRelease,
            Optional<String> country) {
        this(operation, target, dryRun, onRejection, allowRelease, country, Rails.standard());
    }

    public enum OnRejection {
        /// Carry out the good rows.
        CONTINUE,
        /// Carry out nothing until every row is good.
        STOP
    }

    /// Carry the file out as it is written.
    public static JobSettings asWritten() {
        return new JobSettings(
                Optional.empty(), Optional.empty(), false, OnRejection.CONTINUE, false, Optional.empty());
    }

    /// Tells whether a job with other settings does the same to the same rows: it may differ in how far it goes, when,
    /// and who must say yes.
    public boolean meansTheSameAs(JobSettings other) {
        return with(rails.atPaceOf(other.rails)).equals(other);
    }

    public JobSettings with(Rails others) {
        return new JobSettings(operation, target, dryRun, onRejection, allowRelease, country, others);
    }
}
