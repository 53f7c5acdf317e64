package io.numberferry.plan;

import io.numberferry.domain.Failure;
import io.numberferry.domain.FlowName;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.Optional;

/// Which flow a row means.
///
/// @param flowId its id, as the row has it where it was not found; empty where the row names none
/// @param refusal why no number can be made to ring it; empty when one can
record FlowChoice(Optional<String> flowId, Optional<Outcome> refusal) {

    static FlowChoice of(Operation operation, Flows flows) {
        return operation
                .wantedFlow()
                .map(wanted -> operation
                        .flowInstanceId()
                        .map(at -> at(at, wanted, flows))
                        .orElseGet(() -> refused(wanted, withoutInstance(wanted))))
                .orElseGet(() -> new FlowChoice(Optional.empty(), Optional.empty()));
    }

    private static FlowChoice at(String instanceId, FlowName wanted, Flows flows) {
        Optional<Failure> unread = Optional.ofNullable(flows.unread().get(instanceId));
        if (unread.isPresent()) {
            return refused(
                    wanted,
                    Outcome.of(
                            Reason.ACCESS_DENIED,
                            "the flows of instance " + instanceId + " may not be read: connect:ListContactFlows: "
                                    + unread.get().sentence()));
        }
        return flows.find(instanceId, wanted)
                .map(flow -> judged(instanceId, wanted, flow))
                .orElseGet(() -> refused(
                        wanted,
                        Outcome.of(
                                Reason.FLOW_NOT_FOUND,
                                "instance " + instanceId + " has no flow " + wanted.text()
                                        + ", or several of that name")));
    }

    private static FlowChoice judged(String instanceId, FlowName wanted, Flows.Flow flow) {
        Optional<Outcome> refusal = flow.fault()
                .map(fault -> Outcome.of(
                        Reason.FLOW_NOT_USABLE, "flow " + wanted.text() + " of instance " + instanceId + " " + fault));
        return new FlowChoice(Optional.of(flow.id()), refusal);
    }

    private static Outcome withoutInstance(FlowName wanted) {
        return Outcome.of(
                        Reason.INVALID_FLOW,
                        "a traffic distribution group has no flows of its own, so " + wanted.text() + " names none")
                .advising("Give the flow by its ARN, which names the instance.");
    }

    private static FlowChoice refused(FlowName wanted, Outcome outcome) {
        return new FlowChoice(Optional.of(wanted.idInArn().orElse(wanted.text())), Optional.of(outcome));
    }
}
