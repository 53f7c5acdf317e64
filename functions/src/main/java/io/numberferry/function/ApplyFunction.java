package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.numberferry.apply.Batch;
import io.numberferry.apply.BatchApplier;
import io.numberferry.aws.storage.ObjectChangedException;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.S3Objects;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Carries a batch out until it is done or the function's time is up, and says how many rows remain.
public final class ApplyFunction implements RequestStreamHandler {
    /// Kept back of the function's time: the longest a call may take to be answered, and the writing down of
    /// what it said.
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Wiring wiring;
    private final BatchApplier applier;
    private final BatchReader reader;
    private final S3Objects objects;

    public ApplyFunction() {
        this(Wiring.fromEnvironment());
    }

    public ApplyFunction(Wiring wiring) {
        this.wiring = wiring;
        this.applier = wiring.applier();
        this.reader = new BatchReader(wiring.files(), wiring.home());
        this.objects = wiring.objects();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant deadline = wiring.deadline(context, MARGIN);
        String owner = context.getAwsRequestId();
        Wire.answer(input, output, ApplyRequest.class, request -> {
            try (WorkLog log = WorkLog.begin(context, request.about())) {
                ApplyRequest answer = work(request, owner, deadline).requireProgress();
                return log.ended(answer, Map.of("rows", answer.rows(), "remaining", answer.remaining()));
            }
        });
    }

    private ApplyRequest work(ApplyRequest request, String owner, Instant deadline) throws InterruptedException {
        PlanHeader plan = reader.plan(request.id().job());
        Shift shift = new Shift(plan.job().settings().rails().window(), deadline);
        Instant begin = wiring.now();
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
        return shift.resumption(wiring.now())
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
