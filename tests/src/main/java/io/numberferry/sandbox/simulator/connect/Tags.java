package io.numberferry.sandbox.simulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.state.Account;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Request;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// TagResource, UntagResource and ListTagsForResource, of phone numbers only.
final class Tags {
    private final Account account;

    Tags(Account account) {
        this.account = account;
    }

    Answer add(Request request) {
        ConnectNumber number = find(request);
        Map<String, String> tags = new HashMap<>(number.tags());
        tags.putAll(Parameters.tags(request.body(), "tags").orElseThrow(() -> Parameters.invalid("tags is required")));
        Parameters.checkRoom(tags);
        account.connect().put(number.tagged(tags));
        return Answer.empty();
    }

    Answer remove(Request request) {
        ConnectNumber number = find(request);
        List<String> keys = request.parameters("tagKeys");
        if (keys.isEmpty()) {
            throw Parameters.invalid("tagKeys is required");
        }
        keys.forEach(Parameters::checkKey);
        Map<String, String> tags = new HashMap<>(number.tags());
        keys.forEach(tags::remove);
        account.connect().put(number.tagged(tags));
        return Answer.empty();
    }

    Answer list(Request request) {
        ObjectNode body = Json.object();
        body.set("tags", Json.texts(new TreeMap<>(find(request).tags())));
        return Answer.ok(body);
    }

    private ConnectNumber find(Request request) {
        String arn = request.path("resourceArn");
        return account.connect()
                .byId(arn, request.at())
                .filter(number -> arn.startsWith("arn:"))
                .orElseThrow(() -> Parameters.notFound("Resource " + arn));
    }
}
