package io.numberferry.sandbox.simulator.chime;

import io.numberferry.sandbox.simulator.wire.Members;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The one detail of a number that a request wants changed.
sealed interface Detail {
    record Product(String type) implements Detail {}

    /// @param text empty to have none
    record OutboundName(String text) implements Detail {}

    /// @param text empty to have none
    record Label(String text) implements Detail {}

    /// Empty when a request names no detail, or several.
    static Optional<Detail> in(Members members) {
        List<Detail> given = Stream.<Optional<? extends Detail>>of(
                        members.text("ProductType").map(Product::new),
                        members.text("CallingName").map(OutboundName::new),
                        members.text("Name").map(Label::new))
                .<Detail>flatMap(Optional::stream)
                .toList();
        return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
    }
}
