package io.numberferry.plan;

import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Warning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// Compares a plan with the dry run of the same file, row by row as both go on. Rows must come in the order of the
/// file. Holds no rows but the first lines of each difference. Not safe for use by several threads.
public final class SinceCheck {
    /// As many as a sentence can carry.
    private static final int LINES = 5;

    private static final int DIFFERENCES = 8;

    private final Instant at;
    private final Iterator<Settled> checked;
    private final Map<String, Difference> differences = new LinkedHashMap<>();
    private long changed;

    /// What becomes of a row, for the comparison.
    ///
    /// @param what for people; the same for rows of one kind
    /// @param details what else must be the same
    private record Fate(String what, List<String> details) {
        static Fate of(Planned planned) {
            return planned.open()
                    .map(Fate::of)
                    .orElseGet(() -> of(((Planned.Done) planned).settled().outcome()));
        }

        static Fate of(Outcome outcome) {
            return outcome.reason() == Reason.DRY_RUN
                    ? of(outcome.message(), outcome.before(), outcome.after())
                    : new Fate(outcome.status() + " (" + outcome.reason() + ")", List.of());
        }

        private static Fate of(PlannedItem planned) {
            return of(Preview.message(planned), planned.before(), Preview.after(planned));
        }

        private static Fate of(String message, String before, String after) {
            int target = message.indexOf(':');
            return new Fate(target < 0 ? message : message.substring(0, target), List.of(message, before, after));
        }
    }

    /// Rows that differ in the same way.
    private static final class Difference {
        private final List<Integer> first = new ArrayList<>();
        private long rows;

        void add(int line) {
            rows++;
            if (first.size() < LINES) {
                first.add(line);
            }
        }

        String lines() {
            String shown = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
            return (rows == 1 ? "line " : "lines ") + shown + (rows > first.size() ? ", …" : "");
        }
    }

    /// @param at when the dry run began
    /// @param checked every row as the dry run reported it, in the order of the file
    public SinceCheck(Instant at, Iterator<Settled> checked) {
        this.at = at;
        this.checked = checked;
    }

    public void add(Planned planned) {
        Fate now = Fate.of(planned);
        int line = line(planned);
        OptionalInt next = OptionalInt.empty();
        while (checked.hasNext() && (next.isEmpty() || next.getAsInt() < line)) {
            Settled then = checked.next();
            next = OptionalInt.of(then.row().line());
            if (next.getAsInt() == line) {
                compare(Fate.of(then.outcome()), now, line);
            }
        }
    }

    /// What has changed, or that nothing has.
    public Warning warning() {
        String since = "since the check of " + at + " ";
        if (changed == 0) {
            return new Warning(Warning.Code.SINCE_CHECK, since + "nothing has changed", 0);
        }
        String shown = differences.entrySet().stream()
                .limit(DIFFERENCES)
                .map(kind -> kind.getValue().rows + " " + kind.getKey() + " ("
                        + kind.getValue().lines() + ")")
                .collect(Collectors.joining("; "));
        return new Warning(
                Warning.Code.SINCE_CHECK,
                since + changed + (changed == 1 ? " row has" : " rows have") + " changed: " + shown
                        + (differences.size() > DIFFERENCES ? "; and others" : ""),
                changed);
    }

    private void compare(Fate then, Fate now, int line) {
        if (then.equals(now)) {
            return;
        }
        changed++;
        String kind = then.what().equals(now.what())
                ? now.what() + " then and now, with another state before or after"
                : then.what() + " then, " + now.what() + " now";
        differences.computeIfAbsent(kind, _ -> new Difference()).add(line);
    }

    private static int line(Planned planned) {
        return planned.open()
                .map(PlannedItem::line)
                .orElseGet(() -> ((Planned.Done) planned).settled().row().line());
    }
}
