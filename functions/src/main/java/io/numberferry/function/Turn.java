package io.numberferry.function;

import io.numberferry.apply.Batch;
import io.numberferry.apply.BatchApplier;
import io.numberferry.aws.storage.ObjectChangedException;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.S3Objects;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// One worker's turn at a batch: in the job's window only, and only while the manifest is what was planned.
record Turn(BatchReader reader, S3Objects objects, BatchApplier applier, InstantSource clock) {

    /// @param owner what the worker goes by in the journal
    /// @param deadline no call is sent at or after it
    /// @return the same batch with the rows that remain
    /// @throws ObjectChangedException when the manifest was replaced or deleted, and nothing is under way any more
    ApplyRequest take(ApplyRequest request, String owner, Instant deadline) throws InterruptedException {
        PlanHeader plan = reader.plan(request.id().job());
        Shift shift = new Shift(plan.job().settings().rails().window(), deadline);
        Instant begin = clock.instant();
        Optional<Instant> later = shift.resumption(begin);
        if (later.isPresent()) {
            return request.with(request.rows(), later.get());
        }
        Batch batch = reader.batch(plan, request.id(), AllowedTargets.of(request.allowed()));
        try {
            objects.requireUnchanged(plan.job().manifest());
        } catch (ObjectChangedException changed) {
            return stop(request, batch, owner, deadline, changed);
        }
        int remaining = applier.apply(batch, owner, shift.end(begin)).remaining();
        return shift.resumption(clock.instant())
                .filter(_ -> remaining > 0)
                .map(opening -> request.with(remaining, opening))
                .orElseGet(() -> request.with(remaining));
    }

    /// Nothing more is sent for a manifest that is no longer what was planned. What was under way is settled first.
    private ApplyRequest stop(
            ApplyRequest request, Batch batch, String owner, Instant deadline, ObjectChangedException changed)
            throws InterruptedException {
        int remaining = applier.settle(batch, owner, deadline).remaining();
        if (remaining == 0) {
            throw changed;
        }
        return request.with(remaining);
    }
}
