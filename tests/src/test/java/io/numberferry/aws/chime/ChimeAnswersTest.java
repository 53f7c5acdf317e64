package io.numberferry.aws.chime;

import static io.numberferry.aws.Replies.failure;
import static io.numberferry.aws.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.ChimeNumbers;
import io.numberferry.apply.ChimeNumbers.Change;
import io.numberferry.apply.ChimeNumbers.Detail;
import io.numberferry.apply.ChimeNumbers.Held;
import io.numberferry.apply.ChimeNumbers.NumberError;
import io.numberferry.apply.Page;
import io.numberferry.aws.Wire;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChimeAnswersTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+12065550100");
    private static final Target.OnChime GROUP = new Target.VoiceConnectorGroup("g-1");

    private final Wire wire = new Wire();
    private final ChimeNumbers chime = new ChimeCalls(wire.clients().chime());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void refusedNumbersAreReportedAsTheServiceWroteThem() {
        wire.answers(200, """
                {"PhoneNumberErrors": [
                  {"PhoneNumberId": "%2B12065550100", "ErrorCode": "NotFound", "ErrorMessage": "not found"},
                  {"PhoneNumberId": "+12065550101", "ErrorCode": "ANewWord", "ErrorMessage": null},
                  {"ErrorCode": "Throttled"}
                ]}""");
        assertThat(value(chime.associate(GROUP, List.of(NUMBER), false)))
                .containsExactly(
                        new NumberError("%2B12065550100", "NotFound", "not found"),
                        new NumberError("+12065550101", "ANewWord", ""),
                        new NumberError("", "Throttled", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"PhoneNumberErrors\": null}"})
    void anAnswerWithoutTheListCountsAsLost(String body) {
        wire.answers(200, body);
        var lost = new Failure(
                Failure.Kind.TRANSIENT, "EmptyAnswer", "the service accepted, but sent no list of numbers refused");
        Change change = new Change(NUMBER, new Detail.Name("desk"));
        assertThat(failure(chime.associate(GROUP, List.of(NUMBER), false))).isEqualTo(lost);
        assertThat(failure(chime.disassociate(GROUP, List.of(NUMBER)))).isEqualTo(lost);
        assertThat(failure(chime.update(List.of(change, change)))).isEqualTo(lost);
    }

    @Test
    void anAnswerWithoutTheNumberCountsAsLost() {
        var lost = new Failure(Failure.Kind.TRANSIENT, "EmptyAnswer", "the service accepted, but sent no number");
        assertThat(failure(chime.get(NUMBER))).isEqualTo(lost);
        assertThat(failure(chime.update(List.of(new Change(NUMBER, new Detail.Name("desk"))))))
                .isEqualTo(lost);
    }

    @Test
    void aNumberOfOldStandsWithTheProductTypeItHas() {
        wire.answers(200, """
                {"PhoneNumber": {
                  "Associations": [], "CallingName": "Front desk", "CallingNameStatus": "UpdateSucceeded",
                  "Capabilities": {"InboundCall": true}, "CreatedTimestamp": "2019-08-12T22:10:20.521Z",
                  "DeletionTimestamp": null, "E164PhoneNumber": "+12065550100", "PhoneNumberId": "%2B12065550100",
                  "ProductType": "BusinessCalling", "Status": "ANewWord", "Type": "Local"
                }}""");
        assertThat(value(chime.get(NUMBER)))
                .contains(new Standing.OnChime("BusinessCalling", "Front desk", false, "", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "VoiceConnectorGroupId, g-1",
        "VoiceConnectorId, vc/g-1",
        "SipRuleId, sip-rule/g-1",
        "ANewWord, ANewWord/g-1"
    })
    void anAssociationReadsAsAManifestNamesIt(String name, String expected) {
        wire.answers(
                200,
                "{\"PhoneNumber\": {\"PhoneNumberId\": \"%2B12065550100\", \"ProductType\": \"VoiceConnector\","
                        + " \"Associations\": [{\"Name\": \"" + name + "\", \"Value\": \"g-1\"}]}}");
        assertThat(value(chime.get(NUMBER)).orElseThrow().association()).contains(expected);
    }

    @Test
    void aPendingCallingNameShows() {
        wire.answers(200, """
                {"PhoneNumber": {"CallingName": "Desk", "CallingNameStatus": "UpdateInProgress", "Name": "desk"}}""");
        assertThat(value(chime.get(NUMBER))).contains(new Standing.OnChime("", "Desk", true, "desk", Optional.empty()));
    }

    @Test
    void aListReadsEveryFormOfANumberAndSkipsWhatIsNone() {
        wire.answers(200, """
                {"NextToken": "page-2", "PhoneNumbers": [
                  {"PhoneNumberId": "%2B12065550100", "ProductType": "VoiceConnector"},
                  {"PhoneNumberId": "12065550101", "ProductType": "VoiceConnector"},
                  {"PhoneNumberId": "any-id", "E164PhoneNumber": "+12065550102", "ProductType": "VoiceConnector"},
                  {"PhoneNumberId": "any-id", "E164PhoneNumber": null},
                  {}
                ]}""");
        Standing.OnChime standing = new Standing.OnChime("VoiceConnector", "", false, "", Optional.empty());
        assertThat(value(chime.list(Optional.empty())))
                .isEqualTo(new Page<>(
                        List.of(
                                new Held(NUMBER, standing),
                                new Held(new PhoneNumber("+12065550101"), standing),
                                new Held(new PhoneNumber("+12065550102"), standing)),
                        Optional.of("page-2")));
    }

    @Test
    void aNullTokenIsTheLastPage() {
        wire.answers(200, "{\"NextToken\": null, \"PhoneNumbers\": []}");
        assertThat(value(chime.list(Optional.empty()))).isEqualTo(new Page<>(List.of(), Optional.empty()));
    }
}
