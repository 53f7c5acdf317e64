package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A Task that publishes events.
class PublicationTest {
    private final Stage stage = new Stage();

    private static String task(String entry) {
        return """
                "A": {"Type": "Task", "Resource": "arn:aws:states:::events:putEvents", "End": true,
                  "Arguments": {"Entries": [%s]}}""".formatted(entry);
    }

    @Test
    void anEventIsPublishedAsItIsEvaluated() throws Exception {
        String entry = """
                {"Source": "ferry", "DetailType": "Job ended", "Detail": {"job": "{% $states.input.job %}"}}""";

        assertThat(stage.output(task(entry), "{\"job\":\"j1\"}"))
                .isEqualTo("{\"FailedEntryCount\":0,\"Entries\":[{\"EventId\":\"event-1\"}]}");
        assertThat(stage.published).containsExactly(new PublishedEvent("ferry", "Job ended", "{\"job\":\"j1\"}"));
    }

    @Test
    void anEntryThatEventBridgeWouldRefuseFailsTheTask() throws Exception {
        assertThat(stage.failure(task("{\"DetailType\": \"x\", \"Detail\": {}}"), "{}"))
                .isEqualTo(ErrorOutput.of("EventBridge.FailedEntry", "Source is missing"));
        assertThat(stage.failure(task("{\"Source\": \"s\", \"DetailType\": \"x\", \"Detail\": \"text\"}"), "{}"))
                .isEqualTo(ErrorOutput.of("EventBridge.FailedEntry", "Detail must be an object"));
        assertThat(stage.published).isEmpty();
    }

    @Test
    void aFieldThatIsNotSupportedIsNamed() throws Exception {
        String entry = "{\"Source\": \"s\", \"DetailType\": \"x\", \"Detail\": {}, \"EventBusName\": \"b\"}";

        assertThat(stage.failure(task(entry), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.Runtime",
                        "an entry's field 'EventBusName' is not supported; supported are Source, DetailType, Detail"));
    }
}
