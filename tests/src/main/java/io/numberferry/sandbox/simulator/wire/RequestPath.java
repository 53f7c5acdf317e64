package io.numberferry.sandbox.simulator.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The path and the query of a request, percent-decoded exactly once, after they were split.
///
/// So an id may arrive as `+1…`, as `%2B1…`, or doubly encoded as `%252B1…`, and a plus sign stays one.
///
/// @param segments the parts between slashes
/// @param query the values of each parameter, in order; a parameter without a value has the empty text
public record RequestPath(List<String> segments, Map<String, List<String>> query) {
    public RequestPath {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    /// @param rawQuery empty for none
    public static RequestPath of(String rawPath, String rawQuery) {
        return new RequestPath(
                parts(rawPath, "/").map(RequestPath::decoded).toList(),
                parts(rawQuery, "&")
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.groupingBy(
                                pair -> decoded(pair[0]),
                                Collectors.mapping(
                                        pair -> pair.length > 1 ? decoded(pair[1]) : "", Collectors.toList()))));
    }

    public Optional<String> parameter(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static Stream<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).filter(part -> !part.isEmpty());
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return part;
        }
    }
}
