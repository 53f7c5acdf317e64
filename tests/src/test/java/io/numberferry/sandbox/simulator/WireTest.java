package io.numberferry.sandbox.simulator;

import static io.numberferry.sandbox.simulator.Scene.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is on the wire, seen without an SDK.
class WireTest {
    private final Scene scene = Scene.with();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void errorOfConnectTravelsInAHeaderWithAMessageInTheBody() {
        var answer = Http.post(
                scene, "/phone-number/claim", "{\"PhoneNumber\": \"+12065550191\", \"InstanceId\": \"" + DAY + "\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("InvalidParameterException");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEqualTo("{\"Message\":\"Phone number not available: +12065550191\"}");
    }

    @Test
    void errorOfChimeHasACodeInTheBodyAsWell() {
        var answer = Http.get(scene, "/voice-connector-groups/missing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("NotFoundException");
        assertThat(answer.body())
                .isEqualTo("{\"Code\":\"NotFound\",\"Message\":\"Voice connector group missing was not found\"}");
    }

    @Test
    void chimeWritesAbsentMembersAsNullAndTimesWithMilliseconds() {
        var answer = Http.get(scene, "/phone-numbers/%2B15035550101");

        assertThat(answer.body()).isEqualTo("""
                        {"PhoneNumber":{"PhoneNumberId":"%2B15035550101","E164PhoneNumber":"+15035550101",\
                        "Country":"US","Type":"Local","ProductType":"VoiceConnector","Status":"Assigned",\
                        "Capabilities":{"InboundCall":true,"OutboundCall":true,"InboundSMS":false,\
                        "OutboundSMS":false,"InboundMMS":false,"OutboundMMS":false},\
                        "Associations":[{"Value":"vcg1","Name":"VoiceConnectorGroupId",\
                        "AssociatedTimestamp":"2026-01-01T00:00:00.000Z"}],"CallingName":null,\
                        "CallingNameStatus":"Unassigned","CreatedTimestamp":"2026-01-01T00:00:00.000Z",\
                        "UpdatedTimestamp":"2026-01-01T00:00:00.000Z","DeletionTimestamp":null,"OrderId":null,\
                        "Name":null}}""");
        assertThat(Http.get(scene, "/phone-numbers").body()).endsWith("\"NextToken\":null}");
    }

    @Test
    void pathIsDecodedOnceWhateverFormTheIdHas() {
        for (String id : new String[] {"+15035550101", "%2B15035550101", "%252B15035550101", "15035550101"}) {
            assertThat(Http.get(scene, "/phone-numbers/" + id).body()).contains("\"+15035550101\"");
        }
    }

    @Test
    void voidOperationAnswersWithAnEmptyBody() {
        String arn = Scene.ARN + "phone-number/" + scene.claimed("+12065550100");

        var answer = Http.post(scene, "/tags/" + arn.replace("/", "%2F"), "{\"tags\": {\"a\": \"b\"}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void successOfAListOperationIsAnEmptyListOfErrors() {
        var answer = Http.post(
                scene,
                "/voice-connector-groups/vcg1?operation=associate-phone-numbers",
                "{\"E164PhoneNumbers\": [\"+15035550110\"]}");

        assertThat(answer.body()).isEqualTo("{\"PhoneNumberErrors\":[]}");
    }

    @Test
    void operationParameterIsPartOfTheRoute() {
        assertThat(Http.post(scene, "/voice-connector-groups/vcg1", "{}").statusCode())
                .isEqualTo(404);
        assertThat(Http.post(scene, "/phone-numbers/%2B15035550101?operation=restore", "{}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void unknownRouteIsAnUnknownOperation() {
        var answer = Http.get(scene, "/phone-number-orders");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("UnknownOperationException");
    }

    @Test
    void bodyOfAnotherShapeIsASerializationError() {
        for (String body : new String[] {"{", "[]", "{\"PhoneNumber\": 5}", "{\"Tags\": {\"a\": 1}}"}) {
            var answer = Http.post(scene, "/phone-number/claim", body);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("x-amzn-ErrorType")).isPresent();
        }
        assertThat(Http.post(scene, "/phone-number/claim", "{\"PhoneNumber\": 5}")
                        .body())
                .isEqualTo("{\"Message\":\"PhoneNumber must be a string\"}");
    }

    @Test
    void serverListensOnLoopbackOnly() {
        assertThat(scene.simulator.uri().getHost()).isEqualTo("127.0.0.1");
    }
}
