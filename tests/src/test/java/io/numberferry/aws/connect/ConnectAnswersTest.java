package io.numberferry.aws.connect;

import static io.numberferry.aws.Replies.failure;
import static io.numberferry.aws.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.ConnectNumbers.ClaimStatus;
import io.numberferry.apply.ConnectNumbers.Described;
import io.numberferry.apply.ConnectNumbers.Flow;
import io.numberferry.apply.ConnectNumbers.FlowAssociation;
import io.numberferry.apply.ConnectNumbers.Held;
import io.numberferry.apply.ConnectNumbers.Place;
import io.numberferry.apply.ConnectNumbers.Query;
import io.numberferry.apply.Page;
import io.numberferry.aws.Wire;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectAnswersTest {
    private static final NumberId ID = new NumberId("aaaa-1", "");

    private final Wire wire = new Wire();
    private final ConnectNumbers connect = new ConnectCalls(wire.clients().connect());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aNumberIsDescribed() {
        wire.answers(200, """
                {"ClaimedPhoneNumberSummary": {
                  "PhoneNumberId": "aaaa-1",
                  "PhoneNumberArn": "arn:aws:connect:us-west-2:123456789012:phone-number/aaaa-1",
                  "PhoneNumber": "+12065550100",
                  "PhoneNumberCountryCode": "US",
                  "PhoneNumberType": "A_NEW_TYPE",
                  "PhoneNumberDescription": "Front desk",
                  "TargetArn": "arn:aws:connect:us-west-2:123456789012:instance/i-1",
                  "Tags": {"team": "sales", "aws:cloudformation:stack-name": "lines"},
                  "PhoneNumberStatus": {"Status": "FAILED", "Message": "limit of total claimed numbers"}
                }}""");
        assertThat(value(connect.describe(ID)))
                .contains(new Described(
                        new Held(
                                new PhoneNumber("+12065550100"),
                                new NumberId("aaaa-1", "arn:aws:connect:us-west-2:123456789012:phone-number/aaaa-1"),
                                "arn:aws:connect:us-west-2:123456789012:instance/i-1",
                                "Front desk"),
                        Tags.of(Map.of("team", "sales")),
                        ClaimStatus.FAILED,
                        "limit of total claimed numbers"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"Status\": \"CLAIMED\"}', CLAIMED",
        "'{\"Status\": \"FAILED\"}', FAILED",
        "'{\"Status\": \"IN_PROGRESS\"}', IN_PROGRESS",
        "'{\"Status\": \"A_NEW_WORD\"}', IN_PROGRESS",
        "'{}', IN_PROGRESS",
        "'null', IN_PROGRESS"
    })
    void onlyTheWordClaimedMeansClaimed(String status, ClaimStatus expected) {
        wire.answers(
                200,
                "{\"ClaimedPhoneNumberSummary\": {\"PhoneNumberId\": \"aaaa-1\", \"PhoneNumber\": \"+12065550100\","
                        + " \"PhoneNumberStatus\": " + status + "}}");
        assertThat(value(connect.describe(ID)).orElseThrow().status()).isEqualTo(expected);
    }

    @Test
    void aDescriptionWithoutContentCountsAsLost() {
        assertThat(failure(connect.describe(ID)))
                .isEqualTo(new Failure(
                        Failure.Kind.TRANSIENT,
                        "EmptyAnswer",
                        "the service accepted, but sent no description of the number"));
    }

    @Test
    void aShortCodeCannotBeDescribed() {
        wire.answers(200, """
                {"ClaimedPhoneNumberSummary": {"PhoneNumberId": "aaaa-1", "PhoneNumber": "12345"}}""");
        assertThat(failure(connect.describe(ID)))
                .isEqualTo(new Failure(
                        Failure.Kind.ROW, "NotE164", "the id belongs to a number that is not in E.164 form"));
    }

    @Test
    void aListKeepsNumbersAndSkipsShortCodes() {
        wire.answers(200, """
                {"NextToken": "page-2", "ListPhoneNumbersSummaryList": [
                  {"PhoneNumberId": "s-1", "PhoneNumber": "12345", "PhoneNumberType": "SHORT_CODE"},
                  {"PhoneNumberId": "u-1", "PhoneNumberType": "UIFN"},
                  {"PhoneNumber": "+12065550102"},
                  {"PhoneNumberId": "aaaa-1", "PhoneNumberArn": "arn-1", "PhoneNumber": "+12065550100",
                   "TargetArn": "target-1", "PhoneNumberDescription": "Front desk"},
                  {"PhoneNumberId": "aaaa-2", "PhoneNumberArn": "arn-2", "PhoneNumber": "+12065550101",
                   "TargetArn": "target-1", "PhoneNumberDescription": null}
                ]}""");
        assertThat(value(connect.list(Query.everything(), Optional.empty())))
                .isEqualTo(new Page<>(
                        List.of(
                                new Held(
                                        new PhoneNumber("+12065550100"),
                                        new NumberId("aaaa-1", "arn-1"),
                                        "target-1",
                                        "Front desk"),
                                new Held(
                                        new PhoneNumber("+12065550101"),
                                        new NumberId("aaaa-2", "arn-2"),
                                        "target-1",
                                        "")),
                        Optional.of("page-2")));
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{\"NextToken\": null}'", "'{\"NextToken\": \"\", \"ListPhoneNumbersSummaryList\": null}'"})
    void aListWithoutATokenIsTheLastPage(String body) {
        wire.answers(200, body);
        assertThat(value(connect.list(Query.everything(), Optional.empty())))
                .isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    void aFlowAssociationNamesItsFlowByIdThoughTheServiceGivesTheArn() {
        wire.answers(200, """
                {"FlowAssociationSummaryList":[{"ResourceId":"arn-1",
                 "FlowId":"arn:aws:connect:us-west-2:111122223333:instance/i-1/contact-flow/flow-1",
                 "ResourceType":"VOICE_PHONE_NUMBER"}]}""");

        assertThat(value(connect.listFlowAssociations("i-1", Optional.empty())).entries())
                .containsExactly(new FlowAssociation("arn-1", "flow-1"));
    }

    @Test
    void flowAssociationsAreRead() {
        wire.answers(200, """
                {"NextToken": "page-2", "FlowAssociationSummaryList": [
                  {"ResourceId": "arn-1", "FlowId": "flow-1", "ResourceType": "VOICE_PHONE_NUMBER"}]}""");
        assertThat(value(connect.listFlowAssociations("i-1", Optional.empty())))
                .isEqualTo(new Page<>(List.of(new FlowAssociation("arn-1", "flow-1")), Optional.of("page-2")));
    }

    @Test
    void theFlowOfANumberIsRead() {
        wire.answers(200, """
                {"FlowAssociationSummaryList":[{"ResourceId":"arn-1",
                 "FlowId":"arn:aws:connect:us-west-2:111122223333:instance/i-1/contact-flow/flow-1",
                 "ResourceType":"VOICE_PHONE_NUMBER"}]}""");
        assertThat(value(connect.flowOf(NumberId.of("arn:aws:connect:us-west-2:111122223333:phone-number/n-1"), "i-1")))
                .contains("flow-1");
    }

    @Test
    void aNumberWithoutFlowIsInNoAnswer() {
        wire.answers(200, "{\"FlowAssociationSummaryList\": []}");
        assertThat(value(connect.flowOf(NumberId.of("arn:aws:connect:us-west-2:111122223333:phone-number/n-1"), "i-1")))
                .isEmpty();
    }

    @Test
    void flowsAreRead() {
        wire.answers(200, """
                {"ContactFlowSummaryList": [
                  {"Id": "flow-1", "Arn": "flow-arn-1", "Name": "Main", "ContactFlowType": "A_NEW_TYPE",
                   "ContactFlowStatus": "SAVED"}]}""");
        assertThat(value(connect.listFlows("i-1", Optional.empty())))
                .isEqualTo(new Page<>(
                        List.of(new Flow("flow-1", "flow-arn-1", "Main", "A_NEW_TYPE", "", "SAVED")),
                        Optional.empty()));
    }

    @Test
    void anInstanceIsReadWithItsStatus() {
        wire.answers(200, """
                {"Instance": {"Id": "i-1", "Arn": "arn-i-1", "InstanceStatus": "CREATION_IN_PROGRESS"}}""");
        assertThat(value(connect.find(new io.numberferry.domain.Target.Instance("i-1", Optional.empty()))))
                .contains(new Place("arn-i-1", "CREATION_IN_PROGRESS"));
    }

    @Test
    void aGroupIsReadWithItsStatus() {
        wire.answers(200, """
                {"TrafficDistributionGroup": {"Id": "g-1", "Arn": "arn-g-1", "Status": "ACTIVE"}}""");
        assertThat(value(connect.find(new io.numberferry.domain.Target.TrafficDistributionGroup("arn-g-1"))))
                .contains(new Place("arn-g-1", "ACTIVE"));
    }

    @Test
    void aTargetThatConnectDoesNotKnowIsNothingAndAnEmptyAnswerCountsAsLost() {
        var target = new io.numberferry.domain.Target.Instance("i-1", Optional.empty());
        wire.refuses(404, "ResourceNotFoundException", "not found");
        assertThat(value(connect.find(target))).isEmpty();
        wire.answers(200, "{}");
        assertThat(failure(connect.find(target)).kind()).isEqualTo(Failure.Kind.TRANSIENT);
    }

    @Test
    void anEmptyAcceptanceOfAMoveCountsAsLost() {
        var target = new io.numberferry.domain.Target.Instance("i-1", Optional.empty());
        var token = new io.numberferry.domain.ClientToken("0f0e0d0c-0b0a-4908-8706-050403020100");
        Reply<NumberId> reply = connect.move(ID, target, token);
        assertThat(failure(reply))
                .isEqualTo(new Failure(
                        Failure.Kind.TRANSIENT, "EmptyAnswer", "the service accepted, but sent no phone number id"));
    }
}
