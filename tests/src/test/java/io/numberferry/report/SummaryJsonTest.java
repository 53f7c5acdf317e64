package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Standing;
import io.numberferry.report.Ending.State;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
    private static final Failure DENIED = new Failure(Failure.Kind.JOB, "AccessDeniedException", "no permission");

    @Test
    void causeIsThereWhenTheJobDidNotComplete() throws IOException {
        ReportJob job = Jobs.ending(State.TIMED_OUT, Optional.of("12 hours were over"), List.of("number"), 0);
        JsonNode summary = read(Written.of(job, List.of()));

        assertThat(summary.get("state").asText()).isEqualTo("TIMED_OUT");
        assertThat(summary.get("cause").asText()).isEqualTo("12 hours were over");
    }

    @Test
    void errorHasTheServicesCodeAndText() throws IOException {
        assertThat(errors(Outcome.of(Reason.ACCESS_DENIED, "ours", DENIED)))
                .hasToString(error("+12065550102", "AccessDeniedException", "no permission"));
    }

    @Test
    void errorHasOurCodeAndTextWhereTheServiceGaveNone() throws IOException {
        assertThat(errors(Outcome.of(Reason.NO_ANSWER, "ours")))
                .hasToString(error("+12065550102", "NO_ANSWER", "ours"));
    }

    @Test
    void errorOfANumberThatConnectHoldsHasConnectsId() throws IOException {
        assertThat(errors(Outcome.of(Reason.MOVE_FAILED, "ours").withNumber(Optional.of(Numbers.ID))))
                .hasToString(error(Numbers.ID.id(), "MOVE_FAILED", "ours"));
    }

    @Test
    void onlyFailedAndUnknownRowsAreErrors() throws IOException {
        assertThat(errors(Outcome.of(Reason.JOB_STOPPED, "ours"))).isEmpty();
        assertThat(errors(Outcome.of(Reason.MISSING_VALUE, "ours"))).isEmpty();
        assertThat(errors(Outcome.of(Reason.DONE, "ours"))).isEmpty();
    }

    @Test
    void errorsAfterTheFirstThousandAreCountedOnly() throws IOException {
        List<ReportRow> rows = IntStream.range(2, 1_504)
                .mapToObj(line -> Numbers.planned(line, MixedJob.claiming(), new Standing.Absent()))
                .map(planned -> ReportRow.of(planned, Outcome.of(Reason.REFUSED, "line " + planned.line())))
                .toList();
        JsonNode summary = read(Written.of(Jobs.completed(List.of("number"), rows.size()), rows));

        assertThat(summary.get("PhoneNumberErrors")).hasSize(1_000);
        assertThat(summary.at("/PhoneNumberErrors/999/ErrorMessage").asText()).isEqualTo("line 1001");
        assertThat(summary.get("PhoneNumberErrorsOmitted").asInt()).isEqualTo(502);
        assertThat(summary.at("/outcomes/FAILED").asInt()).isEqualTo(1_502);
    }

    private static String error(String id, String code, String message) {
        return "[{\"PhoneNumberId\":\"%s\",\"ErrorCode\":\"%s\",\"ErrorMessage\":\"%s\"}]".formatted(id, code, message);
    }

    private static JsonNode errors(Outcome outcome) throws IOException {
        List<ReportRow> rows = List.of(ReportRow.of(MixedJob.planned(2), outcome));
        return read(Written.of(Jobs.completed(MixedJob.header(), 1), rows)).get("PhoneNumberErrors");
    }

    private static JsonNode read(Written written) throws IOException {
        return new JsonMapper().readTree(written.summary());
    }
}
