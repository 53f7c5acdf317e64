package io.numberferry.function;

import io.numberferry.aws.Wire;
import io.numberferry.sandbox.LeapingTime;
import io.numberferry.sandbox.local.LocalAccount;
import io.numberferry.sandbox.local.LocalDynamoDb;
import io.numberferry.sandbox.local.TableKey;
import io.numberferry.sandbox.simulator.Simulator;
import io.numberferry.sandbox.simulator.SimulatorSettings;
import io.numberferry.sandbox.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the functions need around them, on loopback: everything but the state machine, whose side of the
/// wire is scripted. Waits take no time.
final class Deployment implements AutoCloseable {
    static final String STATE_MACHINE_ARN = "arn:aws:states:us-west-2:000000000000:stateMachine:numberferry-job";

    private final Storage storage = new Storage();
    private final LocalDynamoDb tables = LocalDynamoDb.start(Optional.empty());
    private final Wire stepFunctions = new Wire();
    private final Simulator simulator;
    private final Wiring wiring;

    Deployment() throws IOException {
        tables.createTable("journal", TableKey.string("batch"), Optional.of(TableKey.number("line")));
        tables.createTable("quotas", TableKey.string("api"), Optional.empty());
        LeapingTime time = new LeapingTime();
        simulator = Simulator.start(
                World.read(Path.of("events/world.json")),
                SimulatorSettings.defaults()
                        .withTime(time::now, pause -> time.sleepUntil(time.now().plus(pause))));
        wiring = Wiring.from(environment(), time);
    }

    private Map<String, String> environment() {
        URI services = simulator.uri();
        return Map.ofEntries(
                Map.entry("AWS_REGION", LocalAccount.REGION),
                Map.entry("OUTPUT_BUCKET", Storage.OUTPUT),
                Map.entry("JOURNAL_TABLE", "journal"),
                Map.entry("QUOTA_TABLE", "quotas"),
                Map.entry("STATE_MACHINE_ARN", STATE_MACHINE_ARN),
                Map.entry("WORKERS_GONE_SECONDS", "960"),
                Map.entry("AWS_ENDPOINT_URL_S3", storage.uri().toString()),
                Map.entry("AWS_ENDPOINT_URL_DYNAMODB", tables.uri().toString()),
                Map.entry("AWS_ENDPOINT_URL_CONNECT", services.toString()),
                Map.entry("AWS_ENDPOINT_URL_CHIME_SDK_VOICE", services.toString()),
                Map.entry("AWS_ENDPOINT_URL_SERVICE_QUOTAS", services.toString()),
                Map.entry("AWS_ENDPOINT_URL_RESOURCE_GROUPS_TAGGING_API", services.toString()),
                Map.entry("AWS_ENDPOINT_URL_SFN", stepFunctions.uri().toString()));
    }

    Storage storage() {
        return storage;
    }

    Wire stepFunctions() {
        return stepFunctions;
    }

    /// Calls that Connect and Chime have had.
    long calls() {
        return simulator.calls().values().stream()
                .mapToLong(calls -> calls.received())
                .sum();
    }

    Wiring wiring() {
        return wiring;
    }

    @Override
    public void close() throws IOException {
        stepFunctions.close();
        simulator.close();
        tables.close();
        storage.close();
    }
}
