package io.numberferry.aws.executions;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;

/// Asks Step Functions about executions. Safe for use by several threads.
public final class ExecutionReader {
    private final SfnClient client;

    public ExecutionReader(SfnClient client) {
        this.client = client;
    }

    /// @return empty when there is no such execution; Step Functions forgets each 90 days after its end
    /// @throws ExecutionUnreadableException when Step Functions refuses or cannot be reached
    public Optional<PastExecution> read(String executionArn) {
        try {
            return Optional.of(read(client.describeExecution(request -> request.executionArn(executionArn))));
        } catch (ExecutionDoesNotExistException | InvalidArnException notThere) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new ExecutionUnreadableException(
                    "execution " + executionArn + " could not be read: " + e.getMessage(), e);
        }
    }

    private static PastExecution read(DescribeExecutionResponse answer) {
        return new PastExecution(
                state(answer.status()),
                Optional.ofNullable(answer.input()).orElse("{}"),
                answer.startDate(),
                Optional.ofNullable(answer.stopDate()),
                Optional.ofNullable(answer.error()),
                Optional.ofNullable(answer.cause()));
    }

    /// A state that is not known here is taken for one that may still work.
    private static PastExecution.State state(ExecutionStatus status) {
        return switch (status) {
            case SUCCEEDED -> PastExecution.State.SUCCEEDED;
            case FAILED -> PastExecution.State.FAILED;
            case ABORTED -> PastExecution.State.ABORTED;
            case TIMED_OUT -> PastExecution.State.TIMED_OUT;
            case RUNNING, PENDING_REDRIVE, UNKNOWN_TO_SDK_VERSION -> PastExecution.State.RUNNING;
        };
    }
}
