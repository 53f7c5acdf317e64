package io.numberferry.domain;

import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.claim;
import static io.numberferry.domain.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The names of jobs, lanes, batches and requests, which are kept in stores and so must never change by
/// accident.
class IdsTest {
    private static final ManifestRef UPLOAD =
            new ManifestRef("bucket", "run/file.csv", Optional.of("version-1"), "etag-1", 100);
    private static final JobId JOB = new JobId("0123456789abcdef0123456789abcdef");

    @Test
    void aJobIsNamedByItsUpload() {
        // printf 'bucket\nrun/file.csv\nversion-1' | sha256sum
        assertThat(JobId.of(UPLOAD).value()).isEqualTo("9e83c5722b00be082c7b7c1c732ecbe8");
    }

    @Test
    void anyPartOfAnUploadMakesAnotherJob() {
        assertThat(Stream.of(
                                UPLOAD,
                                new ManifestRef("other", "run/file.csv", Optional.of("version-1"), "etag-1", 100),
                                new ManifestRef("bucket", "run/other.csv", Optional.of("version-1"), "etag-1", 100),
                                new ManifestRef("bucket", "run/file.csv", Optional.of("version-2"), "etag-1", 100),
                                new ManifestRef("bucket", "run/file.csv", Optional.empty(), "etag-1", 100))
                        .map(JobId::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void anObjectWithoutVersionsIsKnownByItsTag() {
        ManifestRef unversioned = new ManifestRef("bucket", "run/file.csv", Optional.empty(), "version-1", 100);

        assertThat(JobId.of(unversioned)).isEqualTo(JobId.of(UPLOAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123456789ABCDEF0123456789ABCDEF", "g123456789abcdef0123456789abcdef"})
    void aJobIdHasThirtyTwoHexDigits(String text) {
        assertThatThrownBy(() -> new JobId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a job id is 32 lower-case hex digits, not " + text);
    }

    @Test
    void settingsOfAStartMakeAnotherJobThanTheUploads() {
        SortedMap<String, String> settings = new TreeMap<>(Map.of("target", "a", "country", "GB"));

        assertThat(JobId.of(UPLOAD, new TreeMap<>())).isEqualTo(JobId.of(UPLOAD));
        assertThat(JobId.of(UPLOAD, settings)).isNotEqualTo(JobId.of(UPLOAD));
        assertThat(JobId.of(UPLOAD, new TreeMap<>(Map.of("target", "b", "country", "GB"))))
                .isNotEqualTo(JobId.of(UPLOAD, settings));
    }

    @Test
    void aRequestHasTheSameTokenEveryTime() {
        assertThat(ClientToken.of(JOB, row(2, claim(OREGON)), 1))
                .isEqualTo(ClientToken.of(JOB, row(2, claim(OREGON)), 1));
    }

    @Test
    void whateverMakesAnotherRequestMakesAnotherToken() {
        PlannedItem row = row(2, claim(OREGON));
        Row edited = new Row(2, List.of("+12065550100", "claim", "another description"));
        PlannedItem other = new PlannedItem(edited, row.item(), row.standing(), row.flowId(), row.after());

        assertThat(Stream.of(
                        ClientToken.of(JOB, row, 1),
                        ClientToken.of(JOB, row, 2),
                        ClientToken.of(JOB, row(3, claim(OREGON)), 1),
                        ClientToken.of(JOB, row(2, Samples.move(OREGON)), 1),
                        ClientToken.of(JOB, other, 1),
                        ClientToken.of(JOB, row(2, claim(Samples.OHIO)), 1),
                        ClientToken.of(new JobId("f123456789abcdef0123456789abcdef"), row, 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aTokenIsALowerCaseUuid() {
        assertThatThrownBy(() -> new ClientToken("ABCDEF00-1111-2222-3333-444444444444"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a client token is a lower-case UUID, not ABCDEF00-1111-2222-3333-444444444444");
    }

    @Test
    void aLaneIsReadFromItsLabel() {
        Lane lane = new Lane(Service.CHIME, "us-gov-west-1");

        assertThat(lane.label()).isEqualTo("chime-us-gov-west-1");
        assertThat(Lane.ofLabel("chime-us-gov-west-1")).isEqualTo(lane);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "connect", "-us-west-2", "sms-us-west-2"})
    void whatIsNoLabelIsRefused(String text) {
        assertThatThrownBy(() -> Lane.ofLabel(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBatchIsNamedByItsJobLaneAndNumber() {
        BatchId batch = new BatchId(JOB, new Lane(Service.CONNECT, "us-west-2"), 7);

        assertThat(batch.key()).isEqualTo("0123456789abcdef0123456789abcdef/connect-us-west-2/000007");
    }

    @Test
    void aNumbersIdIsTheEndOfItsArn() {
        NumberId id = NumberId.of("arn:aws:connect:us-west-2:111122223333:phone-number/abc");

        assertThat(id).isEqualTo(new NumberId("abc", "arn:aws:connect:us-west-2:111122223333:phone-number/abc"));
        assertThat(id.forCalls()).isEqualTo("arn:aws:connect:us-west-2:111122223333:phone-number/abc");
    }

    @Test
    void aNumbersIdAloneIsEnough() {
        assertThat(NumberId.of("abc")).isEqualTo(new NumberId("abc", ""));
        assertThat(NumberId.of("abc").forCalls()).isEqualTo("abc");
        assertThatThrownBy(() -> NumberId.of(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a number's id must not be blank");
    }

    @Test
    void aFlowsArnNamesItsInstanceAndItsId() {
        FlowName arn = new FlowName("arn:aws:connect:us-west-2:111122223333:instance/i-1/contact-flow/f-1");

        assertThat(arn.instanceId()).contains("i-1");
        assertThat(arn.idInArn()).contains("f-1");
        assertThat(new FlowName("Main").instanceId()).isEmpty();
        assertThat(new FlowName("Main").idInArn()).isEmpty();
    }

    @Test
    void aNumberIsIdentifiedByTheInventoryBeforeTheRow() {
        Operation named = new Operation.Release(Optional.of("from-the-row"));

        assertThat(row(2, named).numberId()).contains(new NumberId("from-the-row", ""));
        assertThat(Samples.standingAt(row(2, named), OREGON).numberId()).contains(Samples.id(Samples.number(0)));
        assertThat(row(2, Samples.release()).numberId()).isEmpty();
    }
}
