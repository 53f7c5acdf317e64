package io.numberferry.plan;

import io.numberferry.domain.Failure;
import io.numberferry.domain.FlowName;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.util.Optional;

/// Which flow a row means.
///
/// @param flowId empty where the row names none, or where it is refused
/// @param refusal why the row cannot be done; empty when it can
record FlowChoice(Optional<String> flowId, Optional<Outcome> refusal) {

    static FlowChoice of(Operation operation, Flows flows) {
        return operation
                .wantedFlow()
                .map(wanted -> operation
                        .flowInstanceId()
                        .map(at -> at(at, wanted, flows))
                        .orElseGet(() -> refused(withoutInstance(wanted))))
                .orElseGet(() -> new FlowChoice(Optional.empty(), Optional.empty()));
    }

    private static FlowChoice at(String instanceId, FlowName wanted, Flows flows) {
        Optional<Failure> unread = Optional.ofNullable(flows.unread().get(instanceId));
        if (unread.isPresent()) {
            return refused(Outcome.of(
                    Reason.ACCESS_DENIED,
                    "the flows of instance " + instanceId + " may not be read: connect:ListContactFlows: "
                            + unread.get().sentence()));
        }
        return flows.find(instanceId, wanted)
                .map(flow -> judged(instanceId, wanted, flow))
                .orElseGet(() -> refused(Outcome.of(
                        Reason.FLOW_NOT_FOUND,
                        "instance " + instanceId + " has no flow " + wanted.text() + ", or several of that name")));
    }

    private static FlowChoice judged(String instanceId, FlowName wanted, Flows.Flow flow) {
        return flow.fault()
                .map(fault -> refused(Outcome.of(
                        Reason.FLOW_NOT_USABLE, "flow " + wanted.text() + " of instance " + instanceId + " " + fault)))
                .orElseGet(() -> new FlowChoice(Optional.of(flow.id()), Optional.empty()));
    }

    private static Outcome withoutInstance(FlowName wanted) {
        return Outcome.of(
                        Reason.INVALID_FLOW,
                        "a traffic distribution group has no flows of its own, so " + wanted.text() + " names none")
                .advising("Give the flow by its ARN, which names the instance.");
    }

    private static FlowChoice refused(Outcome outcome) {
        return new FlowChoice(Optional.empty(), Optional.of(outcome));
    }
}
