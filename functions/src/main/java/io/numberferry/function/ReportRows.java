package io.numberferry.function;

import io.numberferry.apply.Journal;
import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.Item;
import io.numberferry.domain.LookUp;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import io.numberferry.plan.Preview;
import io.numberferry.report.Ending;
import io.numberferry.report.ReportRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The rows of a job in the order of its manifest, put together from what the plan settled and what the
/// journal says of each lane's batches. Holds one batch of each lane at a time. Not safe for use by several
/// threads.
final class ReportRows implements Iterator<ReportRow>, AutoCloseable {
    private final PlanFiles files;
    private final Journal journal;
    private final Function<Row, Optional<Item>> parser;
    private final Ending ending;
    private final List<Stream<ReportRow>> open = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();

    /// One source and its next row.
    private static final class Head {
        private final Iterator<ReportRow> rest;
        private ReportRow next;

        Head(ReportRow first, Iterator<ReportRow> rest) {
            this.next = first;
            this.rest = rest;
        }

        int line() {
            return next.row().line();
        }
    }

    ReportRows(PlanFiles files, Journal journal, Function<Row, Optional<Item>> parser, PlanHeader plan, Ending ending) {
        this.files = files;
        this.journal = journal;
        this.parser = parser;
        this.ending = ending;
        add(files.settled(plan, parser).map(ReportRow::of));
        for (PlanHeader.LaneSize lane : plan.lanes()) {
            List<BatchRef> batches = files.batches(plan, lane.lane());
            add(batches.stream().flatMap(batch -> rows(plan, batch)));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public ReportRow next() {
        Head first = heads.stream().min(Comparator.comparingInt(Head::line)).orElseThrow(NoSuchElementException::new);
        ReportRow row = first.next;
        if (first.rest.hasNext()) {
            first.next = first.rest.next();
        } else {
            heads.remove(first);
        }
        return row;
    }

    @Override
    public void close() {
        open.forEach(Stream::close);
    }

    private void add(Stream<ReportRow> rows) {
        open.add(rows);
        Iterator<ReportRow> iterator = rows.iterator();
        if (iterator.hasNext()) {
            heads.add(new Head(iterator.next(), iterator));
        }
    }

    private Stream<ReportRow> rows(PlanHeader plan, BatchRef batch) {
        Map<Integer, Journal.Entry> entries = new HashMap<>();
        journal.read(batch.id()).forEach(entry -> entries.put(entry.line(), entry));
        return files.planned(plan, batch.id(), parser).map(planned -> {
            Optional<Journal.Entry> entry = Optional.ofNullable(entries.get(planned.line()));
            return ReportRow.of(asFound(planned, entry), outcome(planned, entry));
        });
    }

    /// A worker knows the tags better than the plan: it has looked just before it changed them.
    private static PlannedItem asFound(PlannedItem planned, Optional<Journal.Entry> entry) {
        return entry.flatMap(Journal.Entry::tagsBefore).map(planned::tagged).orElse(planned);
    }

    private Outcome outcome(PlannedItem planned, Optional<Journal.Entry> entry) {
        if (entry.isPresent() && !entry.get().isOf(planned)) {
            return otherwise(planned, entry.get());
        }
        return entry.flatMap(Journal.Entry::outcome)
                .orElseGet(() ->
                        (entry.isPresent() ? begun(planned, entry.get()) : notBegun(planned)).from(planned.before()));
    }

    private Outcome notBegun(PlannedItem planned) {
        return switch (ending.left()) {
            case AWAITS_APPROVAL ->
                Outcome.of(Reason.AWAITS_APPROVAL, Preview.message(planned)).leaving(Preview.after(planned));
            case NOT_APPROVED -> Outcome.of(Reason.NOT_APPROVED, ending.cause().orElse("nobody said yes"));
            default ->
                Outcome.of(
                        Reason.JOB_STOPPED,
                        "the job ended before this row"
                                + ending.cause().map(cause -> ": " + cause).orElse(""));
        };
    }

    /// What the journal says of a row with other values is not about this row.
    private static Outcome otherwise(PlannedItem planned, Journal.Entry entry) {
        return Outcome.of(
                        Reason.NO_ANSWER,
                        LookUp.after(
                                "not sent with these values; begun before with others, and what that did is not told here",
                                planned,
                                entry.token(),
                                entry.number()))
                .withNumber(entry.number())
                .from(planned.before());
    }

    private static Outcome begun(PlannedItem planned, Journal.Entry entry) {
        String message = LookUp.after(
                "begun, and the job ended before its outcome was known",
                planned,
                entry.token(),
                entry.number().or(planned::numberId));
        return Outcome.of(Reason.NO_ANSWER, message).withNumber(entry.number());
    }
}
