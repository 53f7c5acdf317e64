package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.numberferry.apply.Batch;
import io.numberferry.apply.BatchApplier;
import io.numberferry.apply.Caution;
import io.numberferry.aws.storage.BatchRef;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Rails;
import io.numberferry.manifest.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Carries a batch out until it is done or the function's time is up, and says how many rows remain.
public final class ApplyFunction implements RequestStreamHandler {
    /// Kept back of the function's time: the longest a call may take to be answered, and the writing down of
    /// what it said.
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private final Wiring wiring;
    private final BatchApplier applier;
    private final PlanFiles files;
    private final Home home;

    public ApplyFunction() {
        this(Wiring.fromEnvironment());
    }

    public ApplyFunction(Wiring wiring) {
        this.wiring = wiring;
        this.applier = wiring.applier();
        this.files = wiring.files();
        this.home = wiring.home();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant deadline = wiring.deadline(context, MARGIN);
        String owner = context.getAwsRequestId();
        Wire.answer(input, output, ApplyRequest.class, request -> {
            try (WorkLog log = WorkLog.begin(context, request.about())) {
                BatchApplier.Progress progress = applier.apply(read(request.id()), owner, deadline);
                wiring.metrics().rowsEnded(request.id().job(), request.open() - progress.remaining());
                return log.ended(
                        request.with(progress.remaining()),
                        Map.of("rows", request.rows(), "remaining", progress.remaining()));
            }
        });
    }

    private Caution caution(PlanHeader plan, BatchId id) {
        Rails rails = plan.job().settings().rails();
        List<Caution.Part> canary = new ArrayList<>();
        int rows = 0;
        for (BatchRef batch : rails.canary() == 0 ? List.<BatchRef>of() : files.batches(id.job(), id.lane())) {
            if (rows < rails.canary()) {
                canary.add(new Caution.Part(batch.id(), batch.rows()));
                rows += batch.rows();
            }
        }
        boolean within = id.number() <= canary.size();
        return new Caution(rails.failures(), within ? List.of() : canary);
    }

    private Batch read(BatchId id) {
        PlanHeader plan = files.header(id.job())
                .orElseThrow(() -> new IllegalArgumentException("job " + id.job() + " has no plan"));
        try (Stream<PlannedItem> rows = files.planned(id, JobReporter.items(plan, home))) {
            return new Batch(id, rows.toList(), caution(plan, id));
        }
    }
}
