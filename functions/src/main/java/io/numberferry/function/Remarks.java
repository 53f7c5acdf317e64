package io.numberferry.function;

import io.numberferry.domain.NumberLimit;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Warning;
import io.numberferry.plan.Headroom;
import io.numberferry.plan.Planned;
import io.numberferry.plan.SinceCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What there is to say about a plan as a whole, beside its rows. Rows must come in the order of the file. Not safe
/// for use by several threads.
final class Remarks implements AutoCloseable {
    private final Headroom headroom;
    private final List<Warning> unreadable = new ArrayList<>();
    private final Stream<Settled> checked;
    private Optional<SinceCheck> since;

    private Remarks(Map<String, Integer> held, Stream<Settled> checked, Optional<SinceCheck> since) {
        this.headroom = new Headroom(held);
        this.checked = checked;
        this.since = since;
    }

    /// @param held how many numbers each Connect instance holds, by its id
    static Remarks of(Map<String, Integer> held) {
        return new Remarks(held, Stream.empty(), Optional.empty());
    }

    /// As [#of], and compares with an earlier dry run of the same file.
    ///
    /// @param at when it began
    /// @param checked its rows as it reported them; closed with the remarks
    static Remarks since(Instant at, Stream<Settled> checked, Map<String, Integer> held) {
        return new Remarks(held, checked, Optional.of(new SinceCheck(at, checked.iterator())));
    }

    void add(Planned planned) {
        planned.open().ifPresent(headroom::add);
        try {
            since.ifPresent(check -> check.add(planned));
        } catch (IllegalStateException foreign) {
            since = Optional.empty();
            unreadable.add(new Warning(
                    Warning.Code.SINCE_CHECK,
                    "what has changed since the last check cannot be told: " + foreign.getMessage(),
                    0));
        }
    }

    /// @param limits how many numbers an instance may hold, by its id
    List<Warning> warnings(Function<String, NumberLimit> limits) {
        List<Warning> warnings = new ArrayList<>(unreadable);
        since.map(SinceCheck::warning).ifPresent(warnings::add);
        warnings.addAll(headroom.warnings(limits));
        return warnings;
    }

    @Override
    public void close() {
        checked.close();
    }
}
