package io.numberferry.sandbox.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.sandbox.statemachine.ExecutionEvent.StateEntered;
import io.numberferry.sandbox.statemachine.ExecutionEvent.StateExited;
import java.util.Optional;

/// Goes from state to state.
///
/// @param item what the workflow is run for, if it is an iteration of an inline map
record WorkflowRunner(Workflow workflow, Execution execution, Optional<MapItem> item) {

    /// @return the output of the state that ended the workflow
    /// @throws StateFailure when a state failed and nothing caught it
    /// @throws InterruptedException when the execution was stopped
    JsonNode run(JsonNode input, Variables variables) throws InterruptedException {
        Payload.checked(input, "the input of state '" + workflow.startAt() + "'");
        Step step = new Step(input, variables, new Transition.To(workflow.startAt()));
        while (step.transition() instanceof Transition.To(String next)) {
            step = enter(workflow.state(next), step);
        }
        return step.output();
    }

    private Step enter(State state, Step before) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("stopped before state " + state.name());
        }
        Visit visit = new Visit(state, before.output(), before.variables(), execution, item, execution.now(), 0);
        execution.listener().on(new StateEntered(execution.arn(), visit.enteredAt(), state.name(), state.type()));
        Step after = StateRunner.run(visit);
        execution.listener().on(new StateExited(execution.arn(), execution.now(), state.name()));
        return after;
    }
}
