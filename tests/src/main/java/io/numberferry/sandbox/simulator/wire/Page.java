package io.numberferry.sandbox.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One page of a list that is ordered by a key. Its token names the last key, so what is added or removed
/// between two pages neither repeats nor hides anything else.
///
/// @param next the token of the page after this one; empty for the last
public record Page<T>(List<T> items, Optional<String> next) {

    /// @param size how many at most
    /// @param token of the page wanted; empty for the first
    /// @throws IllegalArgumentException when the token is none of ours
    public static <T> Page<T> of(Stream<T> all, Function<T, String> key, int size, Optional<String> token) {
        Optional<String> after =
                token.map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        List<T> more = all.filter(item ->
                        after.map(last -> key.apply(item).compareTo(last) > 0).orElse(true))
                .sorted(Comparator.comparing(key))
                .limit(size + 1L)
                .toList();
        if (more.size() <= size) {
            return new Page<>(more, Optional.empty());
        }
        List<T> items = more.subList(0, size);
        byte[] last = key.apply(items.getLast()).getBytes(StandardCharsets.UTF_8);
        return new Page<>(items, Optional.of(Base64.getUrlEncoder().encodeToString(last)));
    }
}
