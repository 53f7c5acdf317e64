package io.numberferry.sandbox.simulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Answer;
import io.numberferry.sandbox.simulator.wire.Json;
import io.numberferry.sandbox.simulator.wire.Page;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Lists in pages, as Connect answers them.
final class Pages {
    private Pages() {}

    /// The page size a request asks for.
    static int size(Optional<Integer> asked, int usual, int most) {
        int size = asked.orElse(usual);
        if (size < 1 || size > most) {
            throw Parameters.invalid("MaxResults must be from 1 to " + most);
        }
        return size;
    }

    static Optional<Integer> number(Optional<String> parameter) {
        try {
            return parameter.map(Integer::valueOf);
        } catch (NumberFormatException notANumber) {
            throw Parameters.invalid("maxResults must be a number");
        }
    }

    static <T> Page<T> of(Stream<T> all, Function<T, String> key, int size, Optional<String> token) {
        try {
            return Page.of(all, key, size, token);
        } catch (IllegalArgumentException notOurs) {
            throw Parameters.invalid("NextToken is invalid or expired");
        }
    }

    static <T> Answer answer(String member, Page<T> page, Function<T, ObjectNode> json) {
        ObjectNode body = Json.object();
        body.set(member, Json.array(page.items().stream().map(json)));
        page.next().ifPresent(token -> body.put("NextToken", token));
        return Answer.ok(body);
    }
}
