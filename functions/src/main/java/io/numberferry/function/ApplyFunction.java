package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.numberferry.apply.BatchApplier;
import io.numberferry.aws.storage.PlanHeader;
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

    public ApplyFunction() {
        this(Wiring.fromEnvironment());
    }

    public ApplyFunction(Wiring wiring) {
        this.wiring = wiring;
        this.applier = wiring.applier();
        this.reader = new BatchReader(wiring.files(), wiring.home());
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant deadline = wiring.deadline(context, MARGIN);
        String owner = context.getAwsRequestId();
        Wire.answer(input, output, ApplyRequest.class, request -> {
            try (WorkLog log = WorkLog.begin(context, request.about())) {
                ApplyRequest answer = work(request, owner, deadline);
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
        int remaining = applier.apply(reader.batch(plan, request.id()), owner, shift.end(begin))
                .remaining();
        return shift.resumption(wiring.now())
                .filter(_ -> remaining > 0)
                .map(opening -> request.with(remaining, opening))
                .orElseGet(() -> request.with(remaining));
    }
}
