package io.numberferry.aws;

import java.time.Duration;

/// How long to wait for an answer, per attempt, before it counts as lost.
///
/// @param numbers of Connect and Chime SDK Voice
/// @param table of DynamoDB
/// @param objects of S3; an attempt includes the transfer of the body that goes up
/// @param executions of Step Functions
public record Timeouts(Duration numbers, Duration table, Duration objects, Duration executions) {
    /// A Connect call is answered within a second or two; far later than that the answer is lost, and a
    /// lost answer costs a read. 10 s is long enough not to make up losses, and short next to a
    /// function's remaining time.
    private static final Duration NUMBERS = Duration.ofSeconds(10);

    /// Single-item reads and writes take milliseconds; a longer silence is a dead connection, cured by a
    /// retry.
    private static final Duration TABLE = Duration.ofSeconds(5);

    /// A part of a report is a few megabytes; this is 20 times what it takes within a Region.
    private static final Duration OBJECTS = Duration.ofSeconds(30);

    /// StartExecution only. A repeated start with the same name and input is harmless.
    private static final Duration EXECUTIONS = Duration.ofSeconds(10);

    /// The figures for production.
    public static Timeouts standard() {
        return new Timeouts(NUMBERS, TABLE, OBJECTS, EXECUTIONS);
    }
}
