package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.report.Ending.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// `summary.json` is what `docs/schemas/summary.schema.json` says, and the schema means what it says.
class SummarySchemaTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode text = JSON.readTree(Files.readString(Path.of("docs/schemas/summary.schema.json")));
    private final JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                    text,
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build());

    SummarySchemaTest() throws IOException {}

    @Test
    void theMixedJobsSummaryKeepsToIt() throws IOException {
        assertThat(faults(Written.of(MixedJob.job(), MixedJob.rows()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyEndingKeepsToIt(State state) throws IOException {
        ReportJob job = Jobs.ending(state, Optional.of("a cause"), MixedJob.header(), 0);

        assertThat(faults(Written.of(job, List.of()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyCodeKeepsToIt(Reason reason) throws IOException {
        ReportRow row = ReportRow.of(MixedJob.planned(2), Outcome.of(reason, ""));

        assertThat(faults(Written.of(Jobs.completed(MixedJob.header(), 1), List.of(row))))
                .isEmpty();
    }

    @Test
    void whateverIsRequiredIsMissed() throws IOException {
        for (JsonNode name : text.get("required")) {
            ObjectNode summary = mixed();
            summary.remove(name.asText());
            assertThat(schema.validate(summary)).as(name.asText()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jobId\": \"other\"}",
                "{\"state\": \"DONE\"}",
                "{\"rows\": -1}",
                "{\"rows\": \"12\"}",
                "{\"outcomes\": {\"SUCCEEDED\": 1}}",
                "{\"codes\": {\"done\": 1}}",
                "{\"codes\": {\"DONE\": 0}}",
                "{\"PhoneNumberErrors\": [{\"PhoneNumberId\": \"+12065550100\", \"ErrorCode\": \"X\"}]}",
                "{\"PhoneNumberErrors\": [{\"PhoneNumberId\": \"%2B12065550100\", \"ErrorCode\": \"X\","
                        + " \"ErrorMessage\": \"\"}]}",
                "{\"files\": {\"retry.csv\": 1}}",
                "{\"calls\": {\"ClaimPhoneNumber\": {\"sent\": 1, \"throttled\": 0, \"retried\": 0}}}",
                "{\"calls\": {\"connect:ClaimPhoneNumber\": {\"sent\": 1}}}",
                "{\"endedAt\": \"yesterday\"}",
                "{\"estimate\": {\"seconds\": \"4\"}}",
                "{\"somethingNew\": 1}"
            })
    void whatIsNotDescribedIsRefused(String change) throws IOException {
        ObjectNode summary = mixed();
        summary.setAll((ObjectNode) JSON.readTree(change));

        assertThat(schema.validate(summary)).isNotEmpty();
    }

    @Test
    void everyFieldIsInTheDocument() throws IOException {
        String document = Files.readString(Path.of("docs/REPORT.md"));
        String table = document.substring(document.indexOf("## summary.json"), document.indexOf("## index.html"));

        assertThat(StreamSupport.stream(
                        ((Iterable<String>) () -> text.get("properties").fieldNames()).spliterator(), false))
                .allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
    }

    private static ObjectNode mixed() throws IOException {
        return (ObjectNode)
                JSON.readTree(Written.of(MixedJob.job(), MixedJob.rows()).summary());
    }

    private Set<ValidationMessage> faults(Written written) throws IOException {
        return schema.validate(JSON.readTree(written.summary()));
    }
}
