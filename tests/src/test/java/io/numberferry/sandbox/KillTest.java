package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.Checkpoint.KillPoint;
import io.numberferry.sandbox.lambda.RuntimeFunctions;
import io.numberferry.sandbox.simulator.Simulator;
import io.numberferry.sandbox.simulator.SimulatorSettings;
import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.statemachine.ExecutionListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// So large a burst that nothing has to wait.
    private static final double AMPLE = 1_000;

    @TempDir
    private Path folder;

    @Test
    void aWorkerThatIsKilledAtAnyCallLeavesEveryRowWithOneEffectAndATrueReport() throws Exception {
        String system = System.getProperty("os.name");
        Optional<String> obstacle = RuntimeFunctions.obstacle(Path.of("").toAbsolutePath(), system);
        Assumptions.assumeTrue(obstacle.isEmpty(), obstacle.orElse(""));

        List<Laptop> started = new ArrayList<>();
        try (Simulator simulator =
                        Simulator.start(world(), SimulatorSettings.defaults().withQuotaScale(AMPLE));
                Checkpoint checkpoint = new Checkpoint(
                        simulator.uri(),
                        () -> ((RuntimeFunctions) started.getFirst().functions()).kill("ApplyFunction"));
                Laptop laptop = Laptop.start(setup(checkpoint), ExecutionListener.none())) {
            started.add(laptop);
            JsonNode undisturbed = job(laptop, simulator, checkpoint, 0, KillPoint.NONE);
            int jobs = 1;
            int reached = 0;
            for (int call = 1; call <= MOST_CALLS; call++) {
                for (boolean afterEffect : List.of(false, true)) {
                    KillPoint point = new KillPoint(call, afterEffect);
                    JsonNode numbers = job(laptop, simulator, checkpoint, jobs++, point);

                    assertThat(numbers).as("numbers, killed %s", point).isEqualTo(undisturbed);
                    reached += checkpoint.hasKilled() ? 1 : 0;
                }
                if (!checkpoint.hasKilled()) {
                    break;
                }
            }
            assertThat(checkpoint.hasKilled()).as("all points were reached").isFalse();
            assertThat(reached).isGreaterThanOrEqualTo(2 * 7);
        }
    }

    /// @return the job's numbers as they are at its end
    private JsonNode job(Laptop laptop, Simulator simulator, Checkpoint checkpoint, int job, KillPoint point)
            throws IOException, InterruptedException {
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

    private Laptop.Setup setup(Checkpoint checkpoint) {
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
