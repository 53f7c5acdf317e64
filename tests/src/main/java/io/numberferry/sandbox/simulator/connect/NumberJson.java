package io.numberferry.sandbox.simulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import io.numberferry.sandbox.simulator.world.Directory;
import io.numberferry.sandbox.simulator.world.Place;

/// A number as Connect writes it.
final class NumberJson {
    private NumberJson() {}

    /// `ListPhoneNumbersSummary`: neither status nor tags. Absent members are left out.
    static ObjectNode summary(ConnectNumber number, Directory directory) {
        ObjectNode json = Json.object()
                .put("PhoneNumberId", number.id())
                .put("PhoneNumberArn", directory.arns().phoneNumber(number.id()))
                .put("PhoneNumber", number.phoneNumber())
                .put("PhoneNumberCountryCode", number.country())
                .put("PhoneNumberType", number.type())
                .put("TargetArn", number.targetArn());
        directory
                .place(number.targetArn())
                .flatMap(Place::instanceId)
                .ifPresent(instance -> json.put("InstanceId", instance));
        if (!number.description().isEmpty()) {
            json.put("PhoneNumberDescription", number.description());
        }
        return json;
    }
}
