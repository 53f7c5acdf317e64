package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Carries a batch out until it is done or the function's time is up, and says how many rows remain.
public final class ApplyFunction implements RequestStreamHandler {
    /// Kept back of the function's time: the longest a call may take to be answered, and the writing down of
    /// what it said.
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Wiring wiring;
    private final Turn turn;

    public ApplyFunction() {
        this(Wiring.fromEnvironment());
    }

    public ApplyFunction(Wiring wiring) {
        this.wiring = wiring;
        this.turn = new Turn(
                new BatchReader(wiring.files(), wiring.home()), wiring.objects(), wiring.applier(), wiring::now);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant deadline = wiring.deadline(context, MARGIN);
        String owner = context.getAwsRequestId();
        Wire.answer(input, output, ApplyRequest.class, request -> {
            try (WorkLog log = WorkLog.begin(context, request.about())) {
                ApplyRequest answer = turn.take(request, owner, deadline).requireProgress();
                return log.ended(answer, Map.of("rows", answer.rows(), "remaining", answer.remaining()));
            }
        });
    }
}
