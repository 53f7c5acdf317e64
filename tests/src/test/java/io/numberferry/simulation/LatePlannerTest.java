package io.numberferry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.FakeWire;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Services;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobSettings;
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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A planner that stood still while another planned the job, and rows of it were done.
class LatePlannerTest {
    private static final Wish CLAIM = new Wish(2, Samples.number(0), Wish.Kind.CLAIM, false, true);

    private final VirtualTime time = VirtualTime.inOrder();
    private final Town town = new Town(time, new Rates(Quotas.defaults(), 0));
    private final MemoryS3 bucket = new MemoryS3(new MemoryS3.Way() {
        @Override
        public void there(String request) {
            time.pass(Duration.ofMillis(1));
        }

        @Override
        public void back(String request) {}
    });
    private final JobSteps steps = new JobSteps(
            new S3Objects(bucket, Optional.empty()), "bucket", new Home("us-west-2", Optional.of("111122223333")));

    /// After so many turns the planner has written its plan.
    private static final int TURNS = 60;

    @ParameterizedTest
    @MethodSource("turns")
    void keepsThePlanThatWasMadeMeanwhile(int turns) throws InterruptedException {
        Job job = uploaded();
        Life late = new Life("late");
        List<PlanHeader> plans = new ArrayList<>();
        time.start(late, () -> plans.add(plan(job, "late")));
        late.after(turns, () -> late.freezeUntil(time.now().plusSeconds(60)));
        Map<String, String> written = new TreeMap<>();
        time.run(() -> {
            plans.add(plan(job, "other"));
            town.connect().own(CLAIM.number(), Samples.OREGON);
            written.putAll(counting(job));
        });

        assertThat(plans)
                .hasSize(2)
                .allSatisfy(plan -> assertThat(plan.settled()).isZero());
        assertThat(plans.get(0).attempt()).isEqualTo(plans.get(1).attempt());
        assertThat(counting(job)).isEqualTo(written);
    }

    private Job uploaded() {
        byte[] manifest = new Manifest("run/a.csv", List.of(CLAIM)).bytes();
        String etag = bucket.place("run/a.csv", manifest);
        ManifestRef upload = new ManifestRef("bucket", "run/a.csv", Optional.empty(), etag, manifest.length);
        return steps.find(upload, time.now());
    }

    static IntStream turns() {
        return IntStream.rangeClosed(0, TURNS);
    }

    @Test
    void theTurnsReachFromTheFirstLookToTheLastWrite() throws InterruptedException {
        int most = 0;
        for (int turns = 0; turns <= TURNS; turns++) {
            LatePlannerTest test = new LatePlannerTest();
            test.keepsThePlanThatWasMadeMeanwhile(turns);
            most = test.time.passed().compareTo(Duration.ofSeconds(59).minus(FakeWire.PATIENCE)) > 0 ? turns : most;
        }

        assertThat(most).isBetween(5, TURNS - 1);
    }

    /// As of the same bytes that were uploaded again with other metadata, to a bucket without versions.
    @Test
    void aPlanForOtherSettingsIsReplacedOnlyByATryThatBeganAfterIt() throws InterruptedException {
        Job job = uploaded();
        JobSettings careful = new JobSettings(
                Optional.empty(), Optional.empty(), false, JobSettings.OnRejection.STOP, false, Optional.empty());
        Job other = new Job(job.id(), job.manifest(), careful, job.startedAt());
        Life late = new Life("late");
        List<String> told = new ArrayList<>();
        time.start(late, () -> {
            try {
                plan(job, "late");
            } catch (RuntimeException e) {
                told.add(e.getMessage());
            }
        });
        late.after(8, () -> late.freezeUntil(time.now().plusSeconds(60)));
        List<String> counts = new ArrayList<>();
        time.run(() -> counts.add(plan(other, "other").attempt()));
        counts.add(steps.header(job.id()).orElseThrow().attempt());
        time.run(() -> counts.add(plan(job, "next").attempt()));

        assertThat(told).containsExactly("job " + job.id() + " was planned by others meanwhile, under other settings");
        assertThat(counts).containsExactly("other", "other", "next");
    }

    /// The header, and the files that it names.
    private Map<String, String> counting(Job job) {
        String folder = "jobs/" + job.id() + "/";
        Map<String, String> files = new TreeMap<>(bucket.under(folder + "plan.json"));
        files.putAll(bucket.under(
                folder + "plans/" + steps.header(job.id()).orElseThrow().attempt() + "/"));
        return files;
    }

    private PlanHeader plan(Job job, String attempt) throws InterruptedException {
        Pace pace = new Pace(Quotas.defaults(), new InMemoryQuotaStore(), time, new Random(1));
        try {
            return steps.plan(
                    job,
                    attempt,
                    new Services(town.connect(), town.chime(), 2),
                    town.connect().tagging(),
                    pace,
                    time.now().plusSeconds(600));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
