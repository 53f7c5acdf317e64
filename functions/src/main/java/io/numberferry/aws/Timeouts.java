package io.numberferry.aws;

import java.time.Duration;

/// How much silence to bear on a connection before an answer counts as lost. With the 2 s for connecting
/// it makes the limit of an attempt.
///
/// @param numbers of Connect, Chime SDK Voice and Service Quotas
/// @param table of DynamoDB
/// @param objects of S3
/// @param executions of Step Functions
public record Timeouts(Duration numbers, Duration table, Duration objects, Duration executions) {
    /// An attempt of 10 s: these calls are answered within a second or two, so later than that the answer
    /// is lost. Losing one costs a repetition and a read, hence not less; a function's remaining time is
    /// short, hence not more.
    private static final Duration NUMBERS = Duration.ofSeconds(8);

    /// An attempt of 5 s: single items take milliseconds; a longer silence is a dead connection, cured by
    /// a retry.
    private static final Duration TABLE = Duration.ofSeconds(3);

    /// An attempt of 30 s: it carries a part of a file of some megabytes, which takes a second within a
    /// Region.
    private static final Duration OBJECTS = Duration.ofSeconds(28);

    /// An attempt of 10 s: only StartExecution, which with the same name and input may be repeated.
    private static final Duration EXECUTIONS = Duration.ofSeconds(8);

    /// The figures for production.
    public static Timeouts standard() {
        return new Timeouts(NUMBERS, TABLE, OBJECTS, EXECUTIONS);
    }
}
