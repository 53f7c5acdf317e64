package io.numberferry.function;

import io.numberferry.domain.JobId;

/// The report of an end is not made, because the job goes on or has ended again. The closing has nothing to report
/// then.
final class LaterEndException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LaterEndException(JobId job) {
        super("job " + job + " goes on, or has ended again");
    }
}
