package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.DAY;
import static io.numberferry.sandbox.simulator.Scene.MAIN_FLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.sandbox.simulator.world.World;
import io.numberferry.sandbox.simulator.world.WorldException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.connect.model.ConnectException;

class StateTest {
    private static final String NUMBER = "+12065550100";
    private static final String TOKEN = "11111111-2222-4333-8444-555555555555";
    private static final String SCRIPTED = """
            "outcomes": [{"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber",
                          "error": "InternalServiceException", "times": 1}],
            "faults": [{"api": "DescribePhoneNumber", "kind": "html", "times": 1}]
            """;

    @TempDir
    Path directory;

    private Scene kept(String... fields) {
        return Scene.of(
                Scene.world(fields),
                settings -> settings.withQuotaScale(1000).withStateFile(directory.resolve("state/world.json")));
    }

    /// What a process that was killed now would leave, in a directory of its own.
    private Scene resumedFromACopy() throws IOException {
        Path copy = Files.createDirectories(directory.resolve("copy"));
        for (String name : new String[] {"world.json", "world.json.log"}) {
            Files.copy(directory.resolve("state").resolve(name), copy.resolve(name));
        }
        return Scene.of(
                World.empty(), settings -> settings.withQuotaScale(1000).withStateFile(copy.resolve("world.json")));
    }

    private static void changeEverything(Scene scene) {
        assertThatThrownBy(() -> scene.claim(NUMBER)).isInstanceOf(ConnectException.class);
        String id = scene.connect
                .claimPhoneNumber(
                        request -> request.phoneNumber(NUMBER).instanceId(DAY).clientToken(TOKEN))
                .phoneNumberId();
        scene.time.pass(Scene.SETTLED);
        assertThatThrownBy(() -> scene.describe(id)).isInstanceOf(ConnectException.class);
        scene.connect.associatePhoneNumberContactFlow(
                request -> request.phoneNumberId(id).instanceId(DAY).contactFlowId(MAIN_FLOW));
        scene.connect.releasePhoneNumber(request -> request.phoneNumberId(scene.claimed("+12065550101")));
        scene.chime.associatePhoneNumbersWithVoiceConnectorGroup(
                request -> request.voiceConnectorGroupId("vcg1").e164PhoneNumbers("+15035550110"));
        scene.chime.updatePhoneNumber(
                request -> request.phoneNumberId("+15035550111").callingName("Ferry"));
        scene.simulator.expect("+14255550110", Ownership.OWNED_IN_CONNECT);
        scene.claim("+12065550102");
    }

    @Test
    void everyEffectIsOnDiskBeforeItsAnswer() throws IOException {
        try (Scene scene = kept(SCRIPTED)) {
            changeEverything(scene);

            try (Scene resumed = resumedFromACopy()) {
                assertThat(resumed.simulator.world()).isEqualTo(scene.simulator.world());
            }
        }
    }

    @Test
    void closedStateIsTheSameAndItsLogIsEmpty() throws IOException {
        World before;
        try (Scene scene = kept(SCRIPTED)) {
            changeEverything(scene);
            before = scene.simulator.world();
        }

        assertThat(directory.resolve("state/world.json.log")).isEmptyFile();
        assertThat(World.read(directory.resolve("state/world.json"))).isEqualTo(before);
    }

    @Test
    void resumedSimulatorRemembersTokensAndWhatWasScripted() throws IOException {
        try (Scene scene = kept(SCRIPTED)) {
            changeEverything(scene);
            try (Scene resumed = resumedFromACopy()) {
                String id = resumed.connect
                        .claimPhoneNumber(request ->
                                request.phoneNumber(NUMBER).instanceId(DAY).clientToken(TOKEN))
                        .phoneNumberId();
                resumed.time.pass(Scene.SETTLED);

                assertThat(resumed.describe(id).phoneNumber()).isEqualTo(NUMBER);
                assertThatThrownBy(() -> resumed.claim("+12065550101"))
                        .hasMessageStartingWith("Phone number not available");
            }
        }
    }

    @Test
    void lineThatWasCutOffIsLeftOut() throws IOException {
        try (Scene scene = kept()) {
            scene.claim(NUMBER);
            World before = scene.simulator.world();
            Files.writeString(
                    directory.resolve("state/world.json.log"),
                    "{\"connectNumbers\":[{\"phoneNu",
                    StandardOpenOption.APPEND);

            try (Scene resumed = resumedFromACopy()) {
                assertThat(resumed.simulator.world()).isEqualTo(before);
            }
        }
    }

    @Test
    void stateFileTakesThePlaceOfTheWorld() throws IOException {
        try (Scene scene = kept()) {
            scene.claim(NUMBER);
        }
        try (Scene again = kept()) {
            assertThatThrownBy(() -> again.claim(NUMBER)).hasMessageStartingWith("Phone number not available");
        }
    }

    @Test
    void readsAndRefusalsAreNotLogged() throws IOException {
        try (Scene scene = kept()) {
            scene.connect.listPhoneNumbersV2(request -> {});
            scene.chime.getPhoneNumber(request -> request.phoneNumberId("+15035550110"));
            assertThatThrownBy(() -> scene.claim("+12065550191")).isInstanceOf(ConnectException.class);

            assertThat(directory.resolve("state/world.json.log")).isEmptyFile();
        }
    }

    @Test
    void stateCanBeSavedWhileCallsAreAnswered() throws Exception {
        try (Scene scene = Scene.with()) {
            Thread claims = Thread.startVirtualThread(() -> IntStream.range(100, 200)
                    .mapToObj(i -> "+12065550" + i)
                    .filter(number -> !number.equals("+12065550191"))
                    .forEach(scene::claim));
            Path file = directory.resolve("saved.json");
            int most = 0;
            while (claims.isAlive()) {
                scene.simulator.saveTo(file);
                int numbers = World.read(file).connect().numbers().size();
                assertThat(numbers).isGreaterThanOrEqualTo(most);
                most = numbers;
            }
            scene.simulator.saveTo(file);

            assertThat(World.read(file)).isEqualTo(scene.simulator.world());
            assertThat(World.read(file).connect().numbers()).hasSize(99 + 3);
        }
    }

    @Test
    void stateThatIsNoWorldIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("world.json"), "[]");

        assertThatThrownBy(() -> Simulator.start(
                        World.empty(), SimulatorSettings.defaults().withStateFile(file)))
                .isInstanceOf(WorldException.class)
                .hasMessage(file + ": $ is not a JSON object; write the world in braces");
    }
}
