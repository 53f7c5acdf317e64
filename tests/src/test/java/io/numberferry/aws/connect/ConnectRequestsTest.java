package io.numberferry.aws.connect;

import static io.numberferry.aws.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.ConnectNumbers.Query;
import io.numberferry.aws.Wire;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.FlowName;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The exact form of every request to Connect.
class ConnectRequestsTest {
    private static final String INSTANCE_ID = "11111111-2222-3333-4444-555555555555";
    private static final String INSTANCE_ARN = "arn:aws:connect:us-west-2:123456789012:instance/" + INSTANCE_ID;
    private static final String GROUP_ARN = "arn:aws:connect:us-west-2:123456789012:traffic-distribution-group/g-1";
    private static final Target.Instance BY_ID = new Target.Instance(INSTANCE_ID, Optional.empty());
    private static final Target.Instance BY_ARN = new Target.Instance(INSTANCE_ID, Optional.of(INSTANCE_ARN));
    private static final PhoneNumber NUMBER = new PhoneNumber("+12065550100");
    private static final NumberId ID = new NumberId("aaaa-1", "");
    private static final NumberId ID_AND_ARN =
            new NumberId("aaaa-1", "arn:aws:connect:us-west-2:123456789012:phone-number/aaaa-1");
    private static final String ENCODED_ARN = "arn%3Aaws%3Aconnect%3Aus-west-2%3A123456789012%3Aphone-number%2Faaaa-1";
    private static final ClientToken TOKEN = new ClientToken("0f0e0d0c-0b0a-4908-8706-050403020100");
    private static final String ACCEPTED = """
            {"PhoneNumberId":"aaaa-1","PhoneNumberArn":"arn:aws:connect:us-west-2:123456789012:phone-number/aaaa-1"}""";

    private final Wire wire = new Wire();
    private final ConnectNumbers connect = new ConnectCalls(wire.clients().connect());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void claimWithEverything() {
        wire.answers(200, ACCEPTED);
        var claim = new Operation.Claim(
                BY_ARN, Optional.of(new FlowName("Main")), "Front desk", Tags.of(Map.of("team", "sales")));

        assertThat(value(connect.claim(claim, NUMBER, TOKEN))).isEqualTo(ID_AND_ARN);

        assertThat(wire.request().line()).isEqualTo("POST /phone-number/claim");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {
                  "TargetArn": "arn:aws:connect:us-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555",
                  "PhoneNumber": "+12065550100",
                  "PhoneNumberDescription": "Front desk",
                  "Tags": {"team": "sales"},
                  "ClientToken": "0f0e0d0c-0b0a-4908-8706-050403020100"
                }"""));
        assertThat(wire.request().header("amz-sdk-request")).isEqualTo("attempt=1; max=1");
    }

    @Test
    void claimLeavesOutWhatIsEmptyAndNamesTheInstanceByIdWhereNoArnIsKnown() {
        wire.answers(200, ACCEPTED);
        connect.claim(new Operation.Claim(BY_ID, Optional.empty(), "", Tags.none()), NUMBER, TOKEN);
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {
                  "InstanceId": "11111111-2222-3333-4444-555555555555",
                  "PhoneNumber": "+12065550100",
                  "ClientToken": "0f0e0d0c-0b0a-4908-8706-050403020100"
                }"""));
    }

    @Test
    void claimForAGroupNamesItsArn() {
        wire.answers(200, ACCEPTED);
        var group = new Target.TrafficDistributionGroup(GROUP_ARN);
        connect.claim(new Operation.Claim(group, Optional.empty(), "", Tags.none()), NUMBER, TOKEN);
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {
                  "TargetArn": "arn:aws:connect:us-west-2:123456789012:traffic-distribution-group/g-1",
                  "PhoneNumber": "+12065550100",
                  "ClientToken": "0f0e0d0c-0b0a-4908-8706-050403020100"
                }"""));
    }

    @Test
    void moveNamesTheNumberByItsIdEvenWhenTheArnIsKnown() {
        wire.answers(200, ACCEPTED);
        assertThat(value(connect.move(ID_AND_ARN, BY_ARN, TOKEN))).isEqualTo(ID_AND_ARN);
        assertThat(wire.request().line()).isEqualTo("PUT /phone-number/aaaa-1");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {
                  "TargetArn": "arn:aws:connect:us-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555",
                  "ClientToken": "0f0e0d0c-0b0a-4908-8706-050403020100"
                }"""));
    }

    @Test
    void moveToAnInstanceWithoutArn() {
        wire.answers(200, ACCEPTED);
        connect.move(ID, BY_ID, TOKEN);
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {
                  "InstanceId": "11111111-2222-3333-4444-555555555555",
                  "ClientToken": "0f0e0d0c-0b0a-4908-8706-050403020100"
                }"""));
    }

    @Test
    void anEmptyDescriptionIsSentToEmptyIt() {
        assertThat(value(connect.changeDescription(ID_AND_ARN, "", TOKEN))).isEqualTo(new ConnectNumbers.Done());
        assertThat(wire.request().line()).isEqualTo("PUT /phone-number/" + ENCODED_ARN + "/metadata");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"PhoneNumberDescription": "", "ClientToken": "0f0e0d0c-0b0a-4908-8706-050403020100"}"""));
    }

    @Test
    void tagsAreSetByTheNumbersArn() {
        wire.answers(200, "");
        connect.tag(ID_AND_ARN, Map.of("team", "sales"));
        assertThat(wire.request().line()).isEqualTo("POST /tags/" + ENCODED_ARN);
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"tags": {"team": "sales"}}"""));
    }

    @Test
    void tagsAreRemovedByTheirKeys() {
        wire.answers(200, "");
        connect.untag(ID_AND_ARN, Set.of("team name"));
        assertThat(wire.request().line()).isEqualTo("DELETE /tags/" + ENCODED_ARN + "?tagKeys=team%20name");
    }

    @Test
    void releaseCarriesItsTokenInTheQuery() {
        assertThat(value(connect.release(ID_AND_ARN, TOKEN))).isEqualTo(new ConnectNumbers.Done());
        assertThat(wire.request().line())
                .isEqualTo("DELETE /phone-number/aaaa-1?clientToken=0f0e0d0c-0b0a-4908-8706-050403020100");
        assertThat(wire.request().header("Content-Length")).isEqualTo("0");
    }

    @Test
    void attachFlow() {
        assertThat(value(connect.attachFlow(ID, INSTANCE_ID, "flow-1"))).isEqualTo(new ConnectNumbers.Done());
        assertThat(wire.request().line()).isEqualTo("PUT /phone-number/aaaa-1/contact-flow");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"InstanceId": "11111111-2222-3333-4444-555555555555", "ContactFlowId": "flow-1"}"""));
    }

    @Test
    void detachFlow() {
        assertThat(value(connect.detachFlow(ID_AND_ARN, INSTANCE_ID))).isEqualTo(new ConnectNumbers.Done());
        assertThat(wire.request().line())
                .isEqualTo("DELETE /phone-number/" + ENCODED_ARN + "/contact-flow?instanceId=" + INSTANCE_ID);
    }

    @Test
    void describe() {
        wire.refuses(404, "ResourceNotFoundException", "no such number");
        assertThat(value(connect.describe(ID_AND_ARN))).isEmpty();
        assertThat(wire.request().line()).isEqualTo("GET /phone-number/" + ENCODED_ARN);
    }

    @Test
    void listOfEverything() {
        wire.answers(200, "{}");
        connect.list(Query.everything(), Optional.empty());
        assertThat(wire.request().line()).isEqualTo("POST /phone-number/list");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"MaxResults": 1000}"""));
    }

    @Test
    void listAtATargetGoesOnWithTheToken() {
        wire.answers(200, "{}");
        connect.list(new Query(Optional.of(BY_ID), Optional.empty()), Optional.of("page-2"));
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {
                  "InstanceId": "11111111-2222-3333-4444-555555555555",
                  "MaxResults": 1000,
                  "NextToken": "page-2"
                }"""));
    }

    @Test
    void aPrefixHasAtMostElevenDigits() {
        wire.answers(200, "{}");
        connect.list(new Query(Optional.of(BY_ARN), Optional.of(new PhoneNumber("+442079460100"))), Optional.empty());
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {
                  "TargetArn": "arn:aws:connect:us-west-2:123456789012:instance/11111111-2222-3333-4444-555555555555",
                  "MaxResults": 1000,
                  "PhoneNumberPrefix": "+44207946010"
                }"""));
    }

    @Test
    void aShortNumberIsItsOwnPrefix() {
        wire.answers(200, "{}");
        connect.list(new Query(Optional.empty(), Optional.of(NUMBER)), Optional.empty());
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"MaxResults": 1000, "PhoneNumberPrefix": "+12065550100"}"""));
    }

    @Test
    void listFlowAssociations() {
        wire.answers(200, "{}");
        connect.listFlowAssociations(INSTANCE_ID, Optional.of("t=1&u"));
        assertThat(wire.request().line())
                .isEqualTo("GET /flow-associations-summary/" + INSTANCE_ID
                        + "?ResourceType=VOICE_PHONE_NUMBER&nextToken=t%3D1%26u&maxResults=1000");
    }

    @Test
    void flowOfANumber() {
        wire.answers(200, "{}");
        connect.flowOf(NumberId.of("arn:aws:connect:us-west-2:111122223333:phone-number/n-1"), INSTANCE_ID);
        assertThat(wire.request().line()).isEqualTo("POST /flow-associations-batch/" + INSTANCE_ID);
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"ResourceIds": ["arn:aws:connect:us-west-2:111122223333:phone-number/n-1"],
                 "ResourceType": "VOICE_PHONE_NUMBER"}"""));
    }

    @Test
    void listFlows() {
        wire.answers(200, "{}");
        connect.listFlows(INSTANCE_ID, Optional.empty());
        assertThat(wire.request().line()).isEqualTo("GET /contact-flows-summary/" + INSTANCE_ID + "?maxResults=1000");
    }

    @Test
    void describeAnInstance() {
        wire.answers(200, "{}");
        connect.find(BY_ID);
        assertThat(wire.request().line()).isEqualTo("GET /instance/" + INSTANCE_ID);
    }

    @Test
    void describeATrafficDistributionGroupByItsArn() {
        wire.answers(200, "{}");
        connect.find(new Target.TrafficDistributionGroup("arn:aws:connect:us-west-2:111122223333:group/a"));
        assertThat(wire.request().line())
                .isEqualTo("GET /traffic-distribution-group/"
                        + "arn%3Aaws%3Aconnect%3Aus-west-2%3A111122223333%3Agroup%2Fa");
    }
}
