package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The ItemReader of a distributed map.
class ItemListerTest {
    private final Stage stage = new Stage();

    private static String map(String type, String arguments) {
        return """
                "A": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                    "ReaderConfig": {"InputType": "%s"}, "Arguments": {%s}},
                  "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "I", "States": {"I": {"Type": "Succeed"}}}}""".formatted(type, arguments);
    }

    @Test
    void itemsAreReadFromAJsonArray() throws Exception {
        stage.object("b/k", "[1, {\"x\": [2]}, null]");
        assertThat(stage.output(map("JSON", "\"Bucket\": \"b\", \"Key\": \"k\""), "{}"))
                .isEqualTo("[1,{\"x\":[2]},null]");
    }

    @Test
    void itemsAreReadFromLinesOfJson() throws Exception {
        stage.object("b/k", "{\"x\":1}\n\n\"two\"\r\n[3]\n");
        assertThat(stage.output(map("JSONL", "\"Bucket\": \"b\", \"Key\": \"k\""), "{}"))
                .isEqualTo("[{\"x\":1},\"two\",[3]]");
    }

    @Test
    void bucketKeyAndVersionAreEvaluated() throws Exception {
        stage.object("b/k", "[1]").object("b/k?versionId=v2", "[2]");
        String arguments = """
                "VersionId": "{% 'v' & $states.input.v %}", "Bucket": "{% $states.input.b %}", "Key": "{% 'k' %}\"""";
        assertThat(stage.output(map("JSON", arguments), "{\"b\":\"b\",\"v\":2}"))
                .isEqualTo("[2]");
        assertThat(stage.output(map("JSON", "\"Bucket\": \"b\", \"Key\": \"k\", \"VersionId\": \"v2\""), "{}"))
                .isEqualTo("[2]");
    }

    @Test
    void anObjectThatIsMissingFailsTheMap() throws Exception {
        assertThat(stage.failure(map("JSON", "\"Bucket\": \"b\", \"Key\": \"none\""), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.ItemReaderFailed", "s3://b/none could not be read as JSON: there is no b/none"));
    }

    @Test
    void anObjectThatIsNoArrayFailsTheMap() throws Exception {
        stage.object("b/k", "{\"x\": []}").object("b/empty", "");
        assertThat(stage.failure(map("JSON", "\"Bucket\": \"b\", \"Key\": \"k\""), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.ItemReaderFailed", "s3://b/k could not be read as JSON: its JSON is not an array"));
        assertThat(stage.failure(map("JSON", "\"Bucket\": \"b\", \"Key\": \"empty\""), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.ItemReaderFailed", "s3://b/empty could not be read as JSON: its JSON is not an array"));
    }

    @Test
    void linesThatAreNotJsonFailTheMap() throws Exception {
        stage.object("b/k", "{\"x\":1}\n{\"x\":\n");
        assertThat(stage.failure(map("JSONL", "\"Bucket\": \"b\", \"Key\": \"k\""), "{}"))
                .isEqualTo(ErrorOutput.of(
                        "States.ItemReaderFailed",
                        "s3://b/k could not be read as JSONL: Unexpected end-of-input within/between Object entries"));
    }
}
