package io.numberferry.sandbox.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a job ends, by what its map says of its batches: the expression of job.asl.json itself.
class GivenUpBatchesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode ending(String batches) throws IOException, InterruptedException {
        String expression = JSON.readTree(Path.of("statemachine/job.asl.json").toFile())
                .at("/States/Lanes/Assign/ending")
                .asText()
                .replace("$states.result", "$states.input");
        String state = JSON.createObjectNode()
                .put("Type", "Pass")
                .put("Output", expression)
                .put("End", true)
                .toString();
        return JSON.readTree(new Stage().output("\"A\": " + state, batches));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [[{"number": 1}, {"number": 2}], [{"number": 1}]]                           | COMPLETED | `` | ``
            []                                                                          | COMPLETED | `` | ``
            [[{"number": 1}, {"Status": "FAILED", "Error": "X", "Cause": "y"}]]          | FAILED | X | y
            [[{"Status": "FAILED", "Error": "X", "Cause": ""}], [{"number": 1}]]         | FAILED | X | X
            [[{"Status": "TIMED_OUT", "Error": "States.Timeout"}, {"number": 2}]]        | FAILED | States.Timeout | States.Timeout
            [[{"number": 1}], [{"number": 1}, {"Status": "ABORTED"}]]                    | FAILED | BatchStopped | a batch was stopped
            [[{"Status": "ABORTED", "Error": "", "Cause": ""}]]                          | FAILED | BatchStopped | a batch was stopped
            [[{"Status": "ABORTED", "Cause": "too slow"}]]                               | FAILED | BatchStopped | too slow
            """)
    void aBatchThatIsNotDoneWasGivenUp(String batches, String state, String error, String cause)
            throws IOException, InterruptedException {
        JsonNode ending = ending(batches);

        assertThat(ending.path("state").asText()).isEqualTo(state);
        assertThat(ending.path("error").asText()).isEqualTo(error);
        assertThat(ending.path("cause").asText()).isEqualTo(cause);
    }
}
