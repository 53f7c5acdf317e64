package io.numberferry.apply;

import io.numberferry.domain.JobId;
import java.time.Instant;
import java.util.Set;

/// What closings know of each other, and of the executions that work on the same job. Safe for use by several
/// functions at once.
public interface Closings {
    /// Notes that an execution goes on with a job: from now on its workers may begin rows. Once is enough, and more
    /// often is the same.
    ///
    /// @param execution its ARN
    /// @throws JournalUnavailableException when that could not be written, or it is not known whether it was
    void goesOn(JobId job, String execution);

    /// The executions that went on with a job, by their ARNs. Whether they still do, Step Functions knows.
    ///
    /// @throws JournalUnavailableException when they cannot be read
    Set<String> executions(JobId job);

    /// Takes an end of a job, so that it is closed once. Who has it may take it again.
    ///
    /// @param stoppedAt tells the ends of one job apart
    /// @param closing the execution that would close the job
    /// @return false when another execution closes this end of the job, or a later one
    /// @throws JournalUnavailableException when it is not known who has it
    boolean take(JobId job, Instant stoppedAt, String closing);

    /// Tells whether a closing has taken an end, and nobody a later one since.
    ///
    /// @throws JournalUnavailableException when that cannot be read
    boolean has(JobId job, Instant stoppedAt, String closing);
}
