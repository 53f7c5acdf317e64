package io.numberferry.sandbox.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.sandbox.simulator.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldTest {
    @TempDir
    Path directory;

    @Test
    void exampleWorldCanBeReadAndWrittenBack() {
        World world = World.read(Path.of("events/world.json"));

        assertThat(world.connect().directory().instances()).hasSize(3);
        assertThat(world.outcomes()).hasSize(9);
        assertThat(World.parse(Json.pretty(world.toJson()), "written")).isEqualTo(world);
    }

    @Test
    void everythingAWorldCanSaySurvivesBeingWritten() {
        World world = World.parse("""
                {
                  "about": "all of it",
                  "connect": {
                    "region": "eu-west-2", "accountId": "444455556666", "defaultSource": "day",
                    "instances": [{"id": "i1", "alias": "day"}, {"id": "i2", "status": "CREATION_IN_PROGRESS"}],
                    "trafficDistributionGroups": [{"id": "t1", "instance": "i1", "status": "ACTIVE"}],
                    "flows": [{"instance": "day", "id": "f1", "name": "Main", "state": "ARCHIVED"}],
                    "numbers": [
                      {"phoneNumber": "+12065550100", "target": "day", "flow": "Main", "status": "IN_PROGRESS",
                       "settlement": {"at": "2026-03-01T09:00:00Z", "status": "FAILED", "message": "limit"}},
                      {"phoneNumber": "+12065550101", "target": "t1", "flows": {"i1": "f1"}, "status": "FAILED",
                       "message": "limit", "tags": {"a": ""}, "description": "x", "country": "CA", "type": "UIFN"}
                    ],
                    "unavailableNumbers": ["+12065550102"]
                  },
                  "chime": {
                    "errorIds": "plain",
                    "voiceConnectors": [{"id": "vc1", "name": "one"}],
                    "voiceConnectorGroups": [{"id": "vcg1", "voiceConnectors": [{"id": "vc1"}]}],
                    "numbers": [
                      {"phoneNumber": "+15035550100", "associatedWith": "sip-rule/r1", "name": "Desk",
                       "callingName": "Ferry", "callingNameStatus": "UpdateInProgress",
                       "callingNameSettlement": {"at": "2026-03-01T09:00:00Z", "status": "UpdateFailed"}}
                    ]
                  },
                  "unlistedNumbers": {"connect": "owned", "chime": "absent"},
                  "unlistedTargets": "exist",
                  "rates": {"connect": {"perSecond": 20, "burst": 50}, "chime:UpdatePhoneNumber": {"burst": 1}},
                  "latency": {"meanMs": 200, "jitterMs": 50, "networkMs": 20, "throttledMs": 8},
                  "claim": {"settlesAfterMs": 5, "listed": ["CLAIMED", "FAILED"]},
                  "callingNameSettlesAfterMs": 6, "maxListSize": 7, "clientTokenLifetimeMs": 8, "seed": 9,
                  "outcomes": [
                    {"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber", "error": "XException", "status": 418},
                    {"phoneNumber": "+12065550100", "api": "BatchUpdatePhoneNumber", "errorCode": "Gone",
                     "reportedAs": "x", "times": 0},
                    {"phoneNumber": "+12065550100", "api": "connect:UpdatePhoneNumber", "settlesAs": "FAILED"}
                  ],
                  "faults": [
                    {"api": "*", "probability": 0.25, "kind": "drop"},
                    {"api": "ClaimPhoneNumber", "call": 3, "when": "afterEffect", "kind": "delay", "delayMs": 4},
                    {"api": "ClaimPhoneNumber", "phoneNumber": "+12065550100", "kind": "html", "times": "always"},
                    {"api": "ClaimPhoneNumber", "kind": "error", "error": "ThrottlingException"}
                  ],
                  "clientTokens": [
                    {"api": "connect:ClaimPhoneNumber", "token": "t", "parameters": "{}", "answer": "{}",
                     "at": "2026-03-01T09:00:00Z"}
                  ]
                }
                """, "everything");

        assertThat(World.parse(Json.line(world.toJson()), "written")).isEqualTo(world);
        assertThat(world.faults()).hasSize(31 + 3);
    }

    @Test
    void nothingNeedsToBeSaid() {
        World world = World.parse("{}", "nothing");

        assertThat(world.connect().directory().arns()).isEqualTo(new Arns("us-west-2", "111122223333"));
        assertThat(world.connect().numbers()).isEmpty();
        assertThat(world.chime().open()).isFalse();
        assertThat(World.empty().chime().open()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"numbers": []} | w: $.numbers is not known; known here are about, callingNameSettlesAfterMs, chime, claim, clientTokenLifetimeMs, clientTokens, connect, faults, latency, maxListSize, outcomes, rates, seed, unlistedNumbers, unlistedTargets
                    {"connect": {"instances": [{"id": "i", "quota": 5}]}} | w: $.connect.instances[0].quota is not known; known here are alias, id, numberQuota, status
                    {"connect": {"instances": [{}]}} | w: $.connect.instances[0] has no id; add it
                    {"connect": {"instances": [5]}} | w: $.connect.instances[0] is not an object; write it in braces
                    {"connect": {"instances": [{"id": " "}]}} | w: $.connect.instances[0].id is blank; write a value or leave it out
                    {"connect": {"instances": [{"id": "i", "numberQuota": "five"}]}} | w: $.connect.instances[0].numberQuota is "five", which is not a whole number from 0 upwards; write a whole number from 0 upwards
                    {"connect": {"numbers": [{"phoneNumber": "2065550100", "target": "i"}]}} | w: $.connect.numbers[0].phoneNumber is not an E.164 number; write it like +12065550100
                    {"connect": {"numbers": [{"phoneNumber": "+12065550100", "target": "i"}]}} | w: $.connect.numbers[0].target names no instance or traffic distribution group of this world; use the id, alias or ARN of one that is listed
                    {"connect": {"flows": [{"id": "f", "instance": "i"}]}} | w: $.connect.flows[0].instance names no instance of this world; use the id or alias of one of connect.instances
                    {"connect": {"unavailableNumbers": ["+1", "x"]}} | w: $.connect.unavailableNumbers[0] is not an E.164 number; write it like +12065550100
                    {"chime": {"numbers": [{"phoneNumber": "+15035550100", "callingNameStatus": "Done"}]}} | w: $.chime.numbers[0].callingNameStatus is none of the words that are possible; write one of Unassigned, UpdateInProgress, UpdateSucceeded, UpdateFailed
                    {"unlistedTargets": "maybe"} | w: $.unlistedTargets is none of the words that are possible; write one of absent, exist
                    {"rates": {"Claim": {}}} | w: $.rates says Claim, which is not simulated; docs/SIMULATOR.md lists the operations that are
                    {"rates": {"UpdatePhoneNumber": {}}} | w: $.rates says UpdatePhoneNumber, which is more than one operation; qualify it, as in connect:UpdatePhoneNumber
                    {"outcomes": [{"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber", "error": "X"}]} | w: $.outcomes[0].error says X, whose HTTP status is not known; add the field status
                    {"outcomes": [{"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber", "errorCode": "Gone"}]} | w: $.outcomes[0].errorCode cannot come from ClaimPhoneNumber; use error, which refuses the call
                    {"outcomes": [{"phoneNumber": "+12065550100", "api": "ClaimPhoneNumber", "settlesAs": "DONE"}]} | w: $.outcomes[0].settlesAs is not FAILED; write FAILED or leave it out
                    {"outcomes": [{"phoneNumber": "+12065550100", "api": "ReleasePhoneNumber", "settlesAs": "FAILED"}]} | w: $.outcomes[0].settlesAs cannot come from ReleasePhoneNumber; use error, which refuses the call
                    {"faults": [{"api": "ClaimPhoneNumber", "kind": "boom"}]} | w: $.faults[0].kind is not a kind of fault; write one of error, drop, delay, html
                    {"faults": [{"api": "ClaimPhoneNumber", "kind": "delay"}]} | w: $.faults[0].delayMs is missing; add the delay in milliseconds
                    {"clientTokens": [{"api": "a", "token": "t", "parameters": "p", "at": "noon"}]} | w: $.clientTokens[0].at is not an instant; write it like 2026-01-31T09:30:00.000Z
                    [] | w: $ is not a JSON object; write the world in braces
                    """)
    void wrongWorldIsRefusedInOneSentence(String json, String message) {
        assertThatThrownBy(() -> World.parse(json, "w"))
                .isInstanceOf(WorldException.class)
                .hasMessage(message);
    }

    @Test
    void textThatIsNotJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> World.parse("{\n  \"about\": oops\n}", "w"))
                .isInstanceOf(WorldException.class)
                .hasMessageStartingWith("w: line 2, column 12 is not JSON: Unrecognized token 'oops'")
                .hasMessageEndingWith("; correct it there");
        assertThatThrownBy(() -> World.parse("{\"seed\": 1, \"seed\": 2}", "w"))
                .hasMessage("w: line 1, column 19 is not JSON: Duplicate field 'seed'; correct it there");
        assertThatThrownBy(() -> World.parse("{\n", "w"))
                .hasMessage(
                        "w: line 2, column 1 is not JSON: Unexpected end-of-input: expected close marker for Object;"
                                + " correct it there");
        assertThatThrownBy(() -> World.parse("", "w"))
                .hasMessage("w: $ is not a JSON object; write the world in braces");
    }

    @Test
    void fileThatCannotBeReadIsNamed() throws IOException {
        Path missing = directory.resolve("missing.json");
        Path latin = Files.write(directory.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xE9});

        assertThatThrownBy(() -> World.read(missing))
                .hasMessage(missing + ": does not exist; give the path of a world file");
        assertThatThrownBy(() -> World.read(latin))
                .hasMessage(latin + ": cannot be read (java.nio.charset.MalformedInputException: Input length = 1);"
                        + " give a readable file in UTF-8");
    }
}
