package io.numberferry.function;

import io.numberferry.domain.JobId;

/// Somebody wrote a plan of a job in the place of the one that was meant. The state machine plans again where that
/// helps; a batch of the plan that was replaced is given up.
final class PlanChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private PlanChangedException(String message) {
        super(message);
    }

    /// While it was planned.
    static PlanChangedException meanwhile(JobId job) {
        return new PlanChangedException("job " + job + " was planned by others meanwhile, under other settings");
    }

    /// Since its batches were handed out, or shown for a yes.
    static PlanChangedException since(JobId job) {
        return new PlanChangedException(
                "job " + job + " has another plan by now than the one that this was about: it was"
                        + " started with other settings since");
    }
}
