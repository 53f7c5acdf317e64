package io.numberferry.function;

import io.numberferry.domain.Item;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Rejection;
import io.numberferry.domain.Row;
import io.numberferry.domain.Settled;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Status;
import io.numberferry.manifest.ItemParser;
import io.numberferry.manifest.ManifestRow;
import io.numberferry.manifest.Parsed;
import io.numberferry.manifest.Verdict;
import io.numberferry.plan.Foresight;
import io.numberferry.plan.Planned;
import io.numberferry.plan.Planner;
import io.numberferry.plan.Preview;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Decides what becomes of each row: the second reading of a manifest. Rows must come in the order of the
/// file. Not safe for use by several threads.
final class RowDecider {
    private final ItemParser parser;
    private final Survey survey;
    private final Planner planner;
    private final JobSettings settings;
    private final int rejected;
    private final BitSet settledWell = new BitSet();
    private final BitSet settledBadly = new BitSet();
    /// Of rows that are to be done, and of those that they do not touch: what a later row on the number waits for.
    private final Map<Integer, Planner.Earlier> waitedFor = new HashMap<>();

    /// @param settings what is to be held back
    /// @param rejected how many rows of the file are rejected, for whatever reason
    RowDecider(ItemParser parser, Survey survey, Planner planner, JobSettings settings, int rejected) {
        this.parser = parser;
        this.survey = survey;
        this.planner = planner;
        this.settings = settings;
        this.rejected = rejected;
    }

    Planned decide(ManifestRow row) {
        return switch (row) {
            case ManifestRow.Broken(Row cells, Rejection rejection) -> rejected(cells, rejection);
            case ManifestRow.Whole(Row cells) ->
                switch (parser.parse(cells)) {
                    case Parsed.Bad(Rejection rejection) -> rejected(cells, rejection);
                    case Parsed.Good(Item item) -> remembered(judged(cells, item));
                };
        };
    }

    private Planned judged(Row row, Item item) {
        return switch (survey.duplicates().judge(item)) {
            case Verdict.DuplicateOf(int line) ->
                settled(row, item, Outcome.of(Reason.DUPLICATE_ROW, "the same as line " + line));
            case Verdict.ConflictsWith(int line) ->
                settled(
                        row,
                        item,
                        Outcome.of(
                                Reason.CONFLICTING_ROWS,
                                "line " + row.line() + ": asks for something else than line " + line
                                        + " for the same number"));
            case Verdict.Fresh(OptionalInt after) -> fresh(row, item, after);
        };
    }

    /// A row builds on an earlier one only as long as that one is still to be done.
    private Planned fresh(Row row, Item item, OptionalInt after) {
        if (after.isPresent() && settledBadly.get(after.getAsInt())) {
            return settled(
                    row,
                    item,
                    Outcome.of(
                            Reason.EARLIER_ROW_FAILED,
                            "not sent, because line " + after.getAsInt() + " cannot be done"));
        }
        Optional<Planner.Earlier> earlier = after.isPresent() ? earlier(after.getAsInt()) : Optional.empty();
        return switch (planner.plan(row, item, earlier)) {
            case Planned.Done done -> {
                earlier.ifPresent(still -> waitedFor.put(row.line(), still));
                yield done;
            }
            case Planned.Held held -> held;
            case Planned.ToDo todo -> {
                foresee(todo.planned(), earlier);
                yield held(todo);
            }
        };
    }

    private Optional<Planner.Earlier> earlier(int line) {
        return settledWell.get(line)
                ? Optional.ofNullable(waitedFor.get(line))
                : Optional.of(waitedFor.getOrDefault(line, new Planner.Earlier(line, List.of(new Standing.NotRead()))));
    }

    /// Remembers what a row leaves, if others on its number may follow.
    private void foresee(PlannedItem planned, Optional<Planner.Earlier> earlier) {
        if (survey.duplicates().hasCompany(planned.item())) {
            List<Standing> stages =
                    new ArrayList<>(earlier.map(Planner.Earlier::stages).orElseGet(() -> List.of(planned.standing())));
            stages.add(Foresight.after(planned));
            waitedFor.put(planned.line(), new Planner.Earlier(planned.line(), stages));
        }
    }

    /// What the job's settings keep from being sent.
    private Planned held(Planned.ToDo todo) {
        PlannedItem planned = todo.planned();
        if (settings.dryRun()) {
            Outcome outcome =
                    Outcome.of(Reason.DRY_RUN, Preview.message(planned)).leaving(Preview.after(planned));
            return new Planned.Held(planned, heldBack(planned, outcome.from(planned.before())));
        }
        if (settings.onRejection() == JobSettings.OnRejection.STOP && rejected > 0) {
            Outcome outcome = Outcome.of(
                            Reason.JOB_REFUSED, rejected + " rows are rejected, and the job is to stop at that")
                    .from(planned.before());
            return new Planned.Done(heldBack(planned, outcome));
        }
        return todo;
    }

    private static Settled heldBack(PlannedItem planned, Outcome outcome) {
        return new Settled(planned.row(), Optional.of(planned.item()), outcome.withNumber(planned.numberId()));
    }

    /// A row that the settings hold back is neither: rows that build on it are held back as well.
    private Planned remembered(Planned planned) {
        if (planned instanceof Planned.Done(Settled settled)
                && settled.outcome().reason() != Reason.JOB_REFUSED) {
            Status status = settled.outcome().status();
            boolean well = status == Status.UNCHANGED || status == Status.DUPLICATE;
            (well ? settledWell : settledBadly).set(settled.row().line());
        }
        return planned;
    }

    private static Planned rejected(Row row, Rejection rejection) {
        return new Planned.Done(new Settled(row, Optional.empty(), rejection.outcome()));
    }

    private static Planned settled(Row row, Item item, Outcome outcome) {
        return new Planned.Done(new Settled(row, Optional.of(item), outcome));
    }
}
