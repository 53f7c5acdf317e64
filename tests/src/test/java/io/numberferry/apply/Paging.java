package io.numberferry.apply;

import java.util.List;
import java.util.Optional;

/// The pages of a fake service's lists. A token is where its page begins.
final class Paging {
    private Paging() {}

    /// @param size how many entries at most
    /// @param next the token of the page wanted; empty for the first
    static <T> Page<T> page(List<T> all, int size, Optional<String> next) {
        int from = next.map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + size);
        return new Page<>(
                all.subList(from, to), to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
    }
}
