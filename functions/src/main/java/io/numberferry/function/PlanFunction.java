package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.numberferry.apply.Closings;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.domain.AllowList;
import io.numberferry.domain.Job;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.Rails;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Makes the plan of a job, and notes which execution goes on by it. Sends nothing that changes anything.
public final class PlanFunction implements RequestStreamHandler {
    /// One lane, one worker: several would share the same quota and only cost more. docs/adr/002.
    private static final int WORKERS = 1;

    /// Kept back of the function's time for writing the plan's last file.
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Wiring wiring;
    private final JobFinder finder;
    private final JobPlanner planner;
    private final Closings closings;
    private final String bucket;

    public PlanFunction() {
        this(Wiring.fromEnvironment());
    }

    public PlanFunction(Wiring wiring) {
        this.wiring = wiring;
        this.finder = wiring.finder();
        this.planner = wiring.planner();
        this.closings = wiring.closings();
        this.bucket = wiring.settings().outputBucket();
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant deadline = wiring.deadline(context, MARGIN);
        Wire.answer(input, output, PlanRequest.class, request -> plan(request, deadline, context));
    }

    private PlanAnswer plan(PlanRequest request, Instant deadline, Context context)
            throws IOException, InterruptedException {
        AllowList allowed = AllowedTargets.of(request.allowed());
        Job job = finder.find(request);
        try (WorkLog log = WorkLog.begin(context, Map.of("job", job.id().value()))) {
            String attempt = context.getAwsRequestId();
            PlanHeader header =
                    request.approved() ? planner.approved(job) : planner.plan(job, attempt, allowed, deadline);
            if (header.attempt().equals(attempt)) {
                wiring.metrics().calls(header.calls());
            }
            PlanAnswer plan = answer(header, job.settings().rails());
            request.goingOn(plan.approvalSeconds() > 0).ifPresent(execution -> closings.goesOn(job.id(), execution));
            return log.ended(
                    plan,
                    Map.of(
                            "bytes", job.manifest().size(),
                            "rows", plan.rows(),
                            "toDo", plan.toDo(),
                            "lanes", plan.lanes().size()));
        }
    }

    /// @param rails those of this start, which others may have written over in the plan
    private PlanAnswer answer(PlanHeader plan, Rails rails) {
        List<PlanAnswer.LaneAnswer> lanes = plan.lanes().stream()
                .map(lane -> new PlanAnswer.LaneAnswer(
                        lane.lane().label(),
                        bucket,
                        PlanFiles.batchList(plan, lane.lane()),
                        lane.batches(),
                        WORKERS,
                        rails.toleratedBatches()))
                .toList();
        int toDo = plan.rows() - plan.settled();
        return new PlanAnswer(
                plan.job().id().value(),
                version(plan.job().manifest()),
                plan.rows(),
                toDo,
                approvalSeconds(rails, toDo),
                lanes);
    }

    /// A plan that changes nothing needs no yes.
    private static int approvalSeconds(Rails rails, int toDo) {
        return toDo == 0
                ? 0
                : Math.toIntExact(Duration.ofHours(rails.approvalHours()).toSeconds());
    }

    private static PlanAnswer.Version version(ManifestRef manifest) {
        return new PlanAnswer.Version(manifest.versionId().orElse(null), manifest.etag());
    }
}
