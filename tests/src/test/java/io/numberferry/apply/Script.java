package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.PhoneNumber;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to go wrong, by API and number: some faults once each and in order, some always.
public final class Script {
    private record Line(Api api, Optional<PhoneNumber> number) {}

    private final Map<Line, Deque<Fault>> once = new HashMap<>();
    private final Map<Line, Fault> always = new HashMap<>();

    /// The next calls for this number go wrong like this, one after the other.
    public void next(Api api, PhoneNumber number, Fault... faults) {
        once.computeIfAbsent(new Line(api, Optional.of(number)), _ -> new ArrayDeque<>())
                .addAll(List.of(faults));
    }

    /// The next calls go wrong like this, whatever they are for.
    public void next(Api api, Fault... faults) {
        once.computeIfAbsent(new Line(api, Optional.empty()), _ -> new ArrayDeque<>())
                .addAll(List.of(faults));
    }

    /// Every call for this number goes wrong from now on.
    public void always(Api api, PhoneNumber number, Fault fault) {
        always.put(new Line(api, Optional.of(number)), fault);
    }

    /// Every call goes wrong from now on.
    public void always(Api api, Fault fault) {
        always.put(new Line(api, Optional.empty()), fault);
    }

    /// No call goes wrong from now on, save those that are scripted after this.
    public void clear() {
        once.clear();
        always.clear();
    }

    /// What goes wrong with this call; what was scripted for one of its numbers comes first.
    Optional<Fault> take(Api api, List<PhoneNumber> numbers) {
        for (PhoneNumber number : numbers) {
            Optional<Fault> fault = take(new Line(api, Optional.of(number)));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return take(new Line(api, Optional.empty()));
    }

    private Optional<Fault> take(Line line) {
        Deque<Fault> left = once.getOrDefault(line, new ArrayDeque<>());
        return left.isEmpty() ? Optional.ofNullable(always.get(line)) : Optional.of(left.removeFirst());
    }
}
