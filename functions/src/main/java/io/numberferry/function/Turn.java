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
    /// @throws PlanChangedException when the batch is not one of the plan that counts
    /// @throws ObjectChangedException when the manifest was replaced or deleted. What an earlier worker began
    ///     is left to the job's closing: that worker may still be sending
    ApplyRequest take(ApplyRequest request, String owner, Instant deadline) throws InterruptedException {
        PlanHeader plan = reader.plan(request.id().job());
        request.requireOf(plan);
        Shift shift = new Shift(plan.job().settings().rails().window(), deadline);
        Instant begin = clock.instant();
        Optional<Instant> later = shift.resumption(begin);
        if (later.isPresent()) {
            return request.with(request.rows(), later.get());
        }
        Batch batch = reader.batch(plan, request.id(), AllowedTargets.of(request.allowed()));
        objects.requireUnchanged(plan.job().manifest());
        int remaining = applier.apply(batch, owner, shift.end(begin)).remaining();
        return shift.resumption(clock.instant())
                .filter(_ -> remaining > 0)
                .map(opening -> request.with(remaining, opening))
                .orElseGet(() -> request.with(remaining));
    }
}
