package io.numberferry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.FakeWire;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.domain.Job;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.Samples;
import io.numberferry.function.JobSteps;
import io.numberferry.manifest.Home;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.Life;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A planner that stood still while another planned the job, and rows of it were done.
class LatePlannerTest {
    private static final Wish CLAIM = new Wish(2, Samples.number(0), Wish.Kind.CLAIM, false, true);

    private final VirtualTime time = VirtualTime.inOrder();
    private final Town town = new Town(time, new Rates(Quotas.defaults(), 0));
    private final MemoryS3 bucket = new MemoryS3(new MemoryS3.Way() {
        @Override
        public void there(String request) {}

        @Override
        public void back(String request) {}
    });
    private final JobSteps steps = new JobSteps(
            new S3Objects(bucket, Optional.empty()), "bucket", new Home("us-west-2", Optional.of("111122223333")));

    @Test
    void keepsThePlanThatWasMadeMeanwhile() throws InterruptedException {
        byte[] manifest = new Manifest("run/a.csv", List.of(CLAIM)).bytes();
        String etag = bucket.place("run/a.csv", manifest);
        Job job =
                steps.find(new ManifestRef("bucket", "run/a.csv", Optional.empty(), etag, manifest.length), time.now());
        Life late = new Life("late");
        List<PlanHeader> plans = new ArrayList<>();
        time.start(late, () -> plans.add(plan(job)));
        late.after(1, () -> late.freezeUntil(time.now().plusSeconds(60)));
        time.run(() -> {
            plans.add(plan(job));
            town.connect().own(CLAIM.number(), Samples.OREGON);
        });

        assertThat(plans).hasSize(2);
        assertThat(plans).allSatisfy(plan -> assertThat(plan.settled()).isZero());
        assertThat(time.passed()).isGreaterThan(Duration.ofSeconds(59).minus(FakeWire.PATIENCE));
    }

    private PlanHeader plan(Job job) throws InterruptedException {
        Pace pace = new Pace(Quotas.defaults(), new InMemoryQuotaStore(), time, new Random(1));
        try {
            return steps.plan(
                    job,
                    new Services(town.connect(), town.chime(), 2),
                    town.connect().tagging(),
                    pace,
                    time.now().plusSeconds(600));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
