package io.numberferry.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.sandbox.simulator.world.World;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExpectTest {
    private static final String NUMBER = "+12065550100";

    private static List<String> found(Scene scene) {
        return scene
                .connect
                .listPhoneNumbersV2(request -> request.phoneNumberPrefix(NUMBER))
                .listPhoneNumbersSummaryList()
                .stream()
                .map(number -> number.targetArn())
                .toList();
    }

    @Test
    void numberExpectedInConnectIsFoundAtTheDefaultSource() {
        try (Scene scene = Scene.with()) {
            scene.simulator.expect(NUMBER, Ownership.OWNED_IN_CONNECT);

            assertThat(found(scene)).containsExactly(Scene.ARN + "instance/00000000-0000-4000-8000-000000000000");
            assertThatThrownBy(() -> scene.claim(NUMBER)).hasMessageStartingWith("Phone number not available");
        }
    }

    @Test
    void numberExpectedFreeCanBeClaimed() {
        try (Scene scene = Scene.with()) {
            scene.simulator.expect(NUMBER, Ownership.FREE);

            assertThat(found(scene)).isEmpty();
            scene.claim(NUMBER);
        }
    }

    @Test
    void numberExpectedInChimeIsListedThere() {
        try (Scene scene = Scene.with()) {
            scene.simulator.expect(List.of(NUMBER), Ownership.OWNED_IN_CHIME);

            assertThat(scene.chime.listPhoneNumbers(request -> {}).phoneNumbers())
                    .anyMatch(number -> number.e164PhoneNumber().equals(NUMBER));
        }
    }

    @Test
    void expectationChangesNothingAboutANumberThatIsKnown() {
        try (Scene scene = Scene.with()) {
            String id = scene.claimed(NUMBER);
            scene.connect.releasePhoneNumber(request -> request.phoneNumberId(id));
            World before = scene.simulator.world();

            for (String known : List.of(NUMBER, "+14255550101", "+15035550101", "+12065550191")) {
                scene.simulator.expect(known, Ownership.OWNED_IN_CONNECT);
                scene.simulator.expect(known, Ownership.OWNED_IN_CHIME);
            }

            assertThat(scene.simulator.world()).isEqualTo(before);
        }
    }

    @Test
    void firstTouchByAListMakesANumberOwnedWhenTheWorldSaysSo() {
        try (Scene scene = Scene.with("\"unlistedNumbers\": {\"connect\": \"owned\"}")) {
            assertThat(found(scene)).hasSize(1);
            assertThatThrownBy(() -> scene.claim(NUMBER)).hasMessageStartingWith("Phone number not available");
            scene.claim("+12065550101");
        }
    }

    @Test
    void expectationsCanBeSentOverHttp() {
        try (Scene scene = Scene.with()) {
            var answer = Http.post(
                    scene, "/_numberferry/expect", "{\"phoneNumbers\": [\"+12065550100\"], \"owned\": \"connect\"}");

            assertThat(answer.body()).isEqualTo("{\"expected\":1}");
            assertThat(found(scene)).hasSize(1);
            assertThat(Http.post(scene, "/_numberferry/expect", "{\"phoneNumbers\": [\"1\"], \"owned\": \"chime\"}")
                            .body())
                    .startsWith("{\"message\":\"write {");
            assertThat(Http.post(scene, "/_numberferry/expect", "{}").statusCode())
                    .isEqualTo(400);
            assertThat(Http.get(scene, "/_numberferry/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void callsAndWorldCanBeReadOverHttp() {
        try (Scene scene = Scene.with()) {
            scene.claim(NUMBER);

            assertThat(Http.get(scene, "/_numberferry/calls").body()).isEqualTo("""
                            {"connect:ClaimPhoneNumber":{"received":1,"throttled":0,"faulted":0,"refused":0,\
                            "succeeded":1,"firstAt":"2026-03-01T09:00:00Z","lastAt":"2026-03-01T09:00:00Z"}}""");
            assertThat(World.parse(Http.get(scene, "/_numberferry/world").body(), "answer"))
                    .isEqualTo(scene.simulator.world());
        }
    }

    @Test
    void everyWellFormedTargetExistsInTheEmptyWorld() {
        String instance = "99999999-0000-4000-8000-000000000009";
        String elsewhere = "arn:aws:connect:eu-west-2:444455556666:instance/" + instance;
        try (Scene scene = Scene.of(World.empty(), UnaryOperator.identity())) {
            String id = scene.connect
                    .claimPhoneNumber(request -> request.phoneNumber(NUMBER).targetArn(elsewhere))
                    .phoneNumberId();
            scene.time.pass(Scene.SETTLED);

            assertThat(scene.describe(id).targetArn()).isEqualTo(elsewhere);
            scene.connect.associatePhoneNumberContactFlow(
                    request -> request.phoneNumberId(id).instanceId(instance).contactFlowId(Scene.MAIN_FLOW));
            assertThat(scene.chime
                            .associatePhoneNumbersWithVoiceConnectorGroup(request ->
                                    request.voiceConnectorGroupId("any").e164PhoneNumbers("+15035550110"))
                            .phoneNumberErrors())
                    .isEmpty();
        }
    }
}
