package io.numberferry.aws.executions;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/// Starts executions of one state machine. Safe for use by several threads.
public final class ExecutionStarter {
    private final SfnClient client;
    private final String stateMachineArn;

    public ExecutionStarter(SfnClient client, String stateMachineArn) {
        this.client = client;
        this.stateMachineArn = stateMachineArn;
    }

    /// Starts an execution, unless one of this name was started before: a name runs once, so that an event
    /// which is delivered twice starts one job.
    ///
    /// @param name at most 80 characters
    /// @param input JSON; must be the same text for the same name
    /// @return false when there is one already
    /// @throws ExecutionNotStartedException when Step Functions refuses or cannot be reached
    public boolean start(String name, String input) {
        try {
            client.startExecution(request ->
                    request.stateMachineArn(stateMachineArn).name(name).input(input));
            return true;
        } catch (ExecutionAlreadyExistsException _) {
            return false;
        } catch (SdkException e) {
            throw new ExecutionNotStartedException("execution " + name + " was not started: " + e.getMessage(), e);
        }
    }
}
