package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.statemachine.EventBus;
import io.numberferry.sandbox.statemachine.ExecutionInput;
import io.numberferry.sandbox.statemachine.ExecutionResult;
import io.numberferry.sandbox.statemachine.InvocationResult;
import io.numberferry.sandbox.statemachine.LambdaInvoker;
import io.numberferry.sandbox.statemachine.ObjectSource;
import io.numberferry.sandbox.statemachine.Ports;
import io.numberferry.sandbox.statemachine.PublishedEvent;
import io.numberferry.sandbox.statemachine.StateMachine;
import io.numberferry.sandbox.statemachine.StateMachineRunner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What passes through the state machine is kept in its history for 90 days, where many may read it. (What the
/// functions log is looked through by [RuntimeTest].)
final class NumbersInSightTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "events/mixed.csv,         events/world.json",
        "events/lost-answers.csv,  events/lost-answers.world.json",
        "one of two headers alike, events/world.json",
    })
    void theStateMachineHandsOnNoNumber(String manifest, String world) throws IOException, InterruptedException {
        Path file = Path.of(manifest);
        if (!Files.exists(file)) {
            file = Files.writeString(
                    folder.resolve("unreadable.csv"), "phone_number,phone number\n+12065550123,+12065550124\n");
        }
        Overheard overheard = new Overheard();
        try (Laptop laptop = Laptop.start(setup(World.read(Path.of(world))), event -> {})) {
            String etag = laptop.store().upload(file, "run/numbers.csv", Map.of());
            overheard.runThrough(
                    laptop,
                    "{\"bucket\": \"%s\", \"key\": \"run/numbers.csv\", \"etag\": \"%s\"}"
                            .formatted(Laptop.INPUT_BUCKET, etag));
        }

        assertThat(overheard.texts()).hasSizeGreaterThan(5);
        for (String text : overheard.texts()) {
            NumbersInSight.assertNoneIn("handed on", text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12065550123", "(206) 555-0123", "%2B12065550123", "206.555.0123", "1 206 555 0123"})
    void aNumberInFullIsSeenInEverySpelling(String number) {
        assertThatThrownBy(() -> NumbersInSight.assertNoneIn("a log", "{\"message\": \"claims " + number + "\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a log");
    }

    @Test
    void aMaskedNumberMayBeShown() {
        NumbersInSight.assertNoneIn("a log", "claims +1••••••••23");
    }

    private static Laptop.Setup setup(World world) {
        return new Laptop.Setup(HOME, world, Optional.empty(), 1_000, Endpoints.from(Map.of()), new LeapingTime());
    }

    /// Runs a job through the real state machine and notes everything that its history would show: payloads and
    /// answers of functions, the items of its maps, its events, and its own input and end.
    private static final class Overheard {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        List<String> texts() {
            return texts;
        }

        void runThrough(Laptop laptop, String input) throws IOException, InterruptedException {
            StateMachine machine = Laptop.jobs(HOME);
            LambdaInvoker functions = (name, payload) -> noted(payload, laptop.functions(), name);
            ObjectSource objects =
                    (bucket, key, version) -> noted(laptop.store().open(bucket, key));
            EventBus events = this::noted;
            ExecutionResult end = new StateMachineRunner(
                            new Ports(functions, objects, events, new LaptopTimeline(new LeapingTime()), new Random(1)))
                    .run(machine, new ExecutionInput(Laptop.STATE_MACHINE_ARN, "scanned", input), event -> {});
            texts.addAll(List.of(input, end.toString()));
        }

        private InvocationResult noted(String payload, LambdaInvoker functions, String name)
                throws InterruptedException {
            InvocationResult answer = functions.invoke(name, payload);
            texts.addAll(List.of(payload, answer.toString()));
            return answer;
        }

        private InputStream noted(InputStream items) throws IOException {
            try (items) {
                byte[] bytes = items.readAllBytes();
                texts.add(new String(bytes, StandardCharsets.UTF_8));
                return new ByteArrayInputStream(bytes);
            }
        }

        private String noted(PublishedEvent event) {
            texts.add(event.toString());
            return "event";
        }
    }
}
