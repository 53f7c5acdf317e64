package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.domain.Lane;
import io.numberferry.domain.Service;
import io.numberferry.sandbox.Checkpoint.KillPoint;
import io.numberferry.sandbox.lambda.RuntimeFunctions;
import io.numberferry.sandbox.local.LocalAccount;
import io.numberferry.sandbox.simulator.Simulator;
import io.numberferry.sandbox.simulator.SimulatorSettings;
import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged functions under Lambda's runtime, whose workers are ended with SIGKILL at a call that changes
/// something: before it takes effect, or after it did and before it is answered. One job for each such point of a
/// file with seven rows; the state machine starts the worker again, as on AWS.
final class KillTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "b0a7b0a7-0001-4000-8000-000000000001";
    private static final String NIGHT = "b0a7b0a7-0002-4000-8000-000000000002";
    private static final String FLOW = "b0a7b0a7-0f11-4000-8000-000000000f11";

    /// One area code for each job, so that each has numbers of its own.
    private static final int FIRST_AREA = 310;

    private static final int MOST_JOBS = 40;

    /// More than the calls that the seven rows need.
    private static final int MOST_CALLS = 15;

    /// Deployments side by side: most of the time they wait until no request of a killed worker can live any more.
    private static final int STANDS = 4;

    /// So large a burst that nothing has to wait.
    private static final double AMPLE = 1_000;

    @TempDir
    private Path folder;

    /// How a job went.
    ///
    /// @param reached whether its workers were killed
    private record Run(KillPoint point, boolean reached, JsonNode numbers) {}

    @Test
    void aWorkerThatIsKilledAtAnyCallLeavesEveryRowWithOneEffectAndATrueReport() throws Exception {
        String system = System.getProperty("os.name");
        Optional<String> obstacle = RuntimeFunctions.obstacle(Path.of("").toAbsolutePath(), system);
        Assumptions.assumeTrue(obstacle.isEmpty(), obstacle.orElse(""));

        List<Run> runs = run(points());

        assertThat(runs)
                .allSatisfy(run -> assertThat(run.numbers())
                        .as("numbers, killed %s", run.point())
                        .isEqualTo(runs.getFirst().numbers()));
        List<KillPoint> reached =
                runs.stream().filter(Run::reached).map(Run::point).toList();
        assertThat(reached)
                .isEqualTo(points().subList(1, reached.size() + 1))
                .hasSizeGreaterThanOrEqualTo(2 * 7)
                .as("all points were reached")
                .hasSizeLessThan(2 * MOST_CALLS);
    }

    /// None, then each call on both sides of its effect.
    private static List<KillPoint> points() {
        return Stream.concat(
                        Stream.of(KillPoint.NONE),
                        IntStream.rangeClosed(1, MOST_CALLS)
                                .boxed()
                                .flatMap(call -> Stream.of(new KillPoint(call, false), new KillPoint(call, true))))
                .toList();
    }

    /// @return the runs in the order of their points, up to those that were not reached
    private List<Run> run(List<KillPoint> points) throws InterruptedException, ExecutionException {
        Queue<KillPoint> left = new ConcurrentLinkedQueue<>(points);
        List<Run> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<List<Run>>> stands = IntStream.range(0, STANDS)
                    .mapToObj(stand -> (Callable<List<Run>>) () -> stand(folder.resolve("stand-" + stand), left))
                    .toList();
            for (Future<List<Run>> stand : threads.invokeAll(stands)) {
                runs.addAll(stand.get());
            }
        }
        runs.sort(Comparator.comparingInt(run -> points.indexOf(run.point())));
        return runs;
    }

    /// Runs jobs in a deployment of its own, one after the other, until a point is not reached.
    private static List<Run> stand(Path folder, Queue<KillPoint> left) throws IOException, InterruptedException {
        Files.createDirectory(folder);
        List<Run> runs = new ArrayList<>();
        List<Laptop> started = new ArrayList<>();
        try (Simulator simulator =
                        Simulator.start(world(), SimulatorSettings.defaults().withQuotaScale(AMPLE));
                Checkpoint checkpoint = new Checkpoint(simulator.uri(), service -> kill(started.getFirst(), service));
                Laptop laptop = Laptop.start(setup(checkpoint, folder), ExecutionListener.none())) {
            started.add(laptop);
            Stand stand = new Stand(folder, laptop, simulator, checkpoint);
            for (KillPoint point = left.poll(); point != null; point = left.poll()) {
                JsonNode numbers = stand.job(runs.size(), point);
                runs.add(new Run(point, checkpoint.hasKilled(), numbers));
                if (point.call() > 0 && !checkpoint.hasKilled()) {
                    left.clear();
                }
            }
        }
        return runs;
    }

    /// Ends the worker of the lane of this service, and nobody else.
    private static void kill(Laptop laptop, Service service) {
        String lane = new Lane(service, LocalAccount.REGION).label();
        ((RuntimeFunctions) laptop.functions()).kill("ApplyFunction", payload -> payload.contains('"' + lane + '"'));
    }

    private record Stand(Path folder, Laptop laptop, Simulator simulator, Checkpoint checkpoint) {

        /// @param job counted from 0
        /// @return the job's numbers as they are at its end
        JsonNode job(int job, KillPoint point) throws IOException, InterruptedException {
            checkpoint.set(point);
            Path file = Files.writeString(folder.resolve(job + ".csv"), manifest(FIRST_AREA + job));
            String jobId = new Upload(laptop).submit(file, "run/" + job + "/seven.csv", Map.of());
            laptop.reported(jobId);
            Path out = folder.resolve("out-" + job);
            laptop.store().download("reports/" + jobId + "/", out);

            assertThat(new Bench.Ended(out)
                            .report().stream().map(row -> row.getField("line") + " " + row.getField("outcome")))
                    .as("report, killed %s", point)
                    .containsExactly(
                            "2 SUCCEEDED",
                            "3 SUCCEEDED",
                            "4 SUCCEEDED",
                            "5 SUCCEEDED",
                            "6 SUCCEEDED",
                            "7 SUCCEEDED",
                            "8 SUCCEEDED");
            assertThat(checkpoint.repeated()).as("repeated, killed %s", point).isEmpty();
            return numbersOf(simulator.world(), FIRST_AREA + job);
        }
    }

    private static String manifest(int area) {
        return """
                phone_number,operation,target,flow,description,product_type,calling_name,name
                +1%1$d5550100,claim,%2$s,Main IVR,Front desk,,,
                +1%1$d5550101,move,%2$s,Main IVR,,,,
                +1%1$d5550102,update,,,Billing,,,
                +1%1$d5550103,associate,%2$s,Main IVR,,,,
                +1%1$d5550104,associate,vcgharbor1frontdesk001,,,,,
                +1%1$d5550105,update,,,,SipMediaApplicationDialIn,,Harbor
                +1%1$d5550106,disassociate,vcgharbor1frontdesk001,,,,,
                """.formatted(area, DAY);
    }

    private static Laptop.Setup setup(Checkpoint checkpoint, Path folder) {
        Endpoints endpoints = new Endpoints(Optional.of(checkpoint.uri()), Optional.of(checkpoint.uri()));
        return new Laptop.Setup(
                        Path.of("").toAbsolutePath(),
                        World.empty(),
                        Optional.empty(),
                        AMPLE,
                        endpoints,
                        new LeapingTime())
                .underRuntime(folder.resolve("logs"));
    }

    private static World world() {
        ObjectNode world = JSON.createObjectNode();
        ObjectNode connect = world.putObject("connect");
        ArrayNode instances = connect.putArray("instances");
        instances.addObject().put("id", DAY).put("alias", "day").put("numberQuota", 1_000);
        instances.addObject().put("id", NIGHT).put("alias", "night").put("numberQuota", 1_000);
        connect.putArray("flows")
                .addObject()
                .put("instance", "day")
                .put("id", FLOW)
                .put("name", "Main IVR");
        ObjectNode chime = world.putObject("chime");
        chime.putArray("voiceConnectorGroups").addObject().put("id", "vcgharbor1frontdesk001");
        ArrayNode inConnect = connect.putArray("numbers");
        ArrayNode inChime = chime.putArray("numbers");
        for (int area = FIRST_AREA; area < FIRST_AREA + MOST_JOBS; area++) {
            String number = "+1" + area + "55501";
            inConnect.addObject().put("phoneNumber", number + "01").put("target", "night");
            inConnect.addObject().put("phoneNumber", number + "02").put("target", "day");
            inConnect.addObject().put("phoneNumber", number + "03").put("target", "day");
            inChime.addObject().put("phoneNumber", number + "04");
            inChime.addObject().put("phoneNumber", number + "05");
            inChime.addObject().put("phoneNumber", number + "06").put("associatedWith", "vcgharbor1frontdesk001");
        }
        world.putObject("claim").put("settlesAfterMs", 0);
        return World.parse(world.toString(), "a world for killed workers");
    }

    /// What the account holds of an area code, without what differs from number to number and from run to run. How
    /// far a claim has settled is in the report.
    private static JsonNode numbersOf(World world, int area) {
        ObjectNode json = world.toJson();
        ArrayNode found = JSON.createArrayNode();
        for (String service : List.of("connect", "chime")) {
            for (JsonNode number : json.path(service).path("numbers")) {
                String e164 = number.path("phoneNumber").asText();
                if (e164.startsWith("+1" + area)) {
                    ObjectNode kept = number.deepCopy();
                    kept.put("phoneNumber", e164.substring(5));
                    kept.remove(
                            List.of("id", "country", "created", "updated", "settlement", "status", "associatedSince"));
                    found.add(kept);
                }
            }
        }
        return found;
    }
}
