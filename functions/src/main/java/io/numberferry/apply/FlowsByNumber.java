package io.numberferry.apply;

import io.numberferry.domain.NumberId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Which flow each number of an instance, or of several, rings. Not safe for use by several threads.
final class FlowsByNumber {
    /// By the ARN or id of the number, as the service gives it.
    private final Map<String, String> flowIds = new HashMap<>();

    /// Adds those of an instance.
    ///
    /// @throws InventoryException when the list could not be read to its end
    void read(Services services, Caller caller, String instanceId) throws InterruptedException {
        new Lists(caller)
                .flows(services.connect(), instanceId, found -> flowIds.put(found.numberArn(), found.flowId()));
    }

    /// The id of the flow; empty for none.
    Optional<String> of(NumberId number) {
        return Stream.of(number.arn(), number.id())
                .flatMap(name -> Stream.ofNullable(flowIds.get(name)))
                .findFirst();
    }
}
