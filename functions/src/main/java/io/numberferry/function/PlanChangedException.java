package io.numberferry.function;

import io.numberferry.domain.JobId;

/// While a job was planned, somebody wrote a plan of it for another meaning of its rows. The state machine tries again,
/// and that try replaces it.
final class PlanChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlanChangedException(JobId job) {
        super("job " + job + " was planned by others meanwhile, for other settings");
    }
}
