package io.numberferry.aws.chime;

import static io.numberferry.aws.Replies.failure;
import static io.numberferry.aws.Replies.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.ChimeNumbers;
import io.numberferry.apply.ChimeNumbers.Change;
import io.numberferry.apply.ChimeNumbers.Detail;
import io.numberferry.aws.Wire;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The exact form of every request to Chime SDK Voice.
class ChimeRequestsTest {
    private static final PhoneNumber FIRST = new PhoneNumber("+12065550100");
    private static final PhoneNumber SECOND = PhoneNumber.ofChime("%2B12065550101");
    private static final Target.VoiceConnectorGroup GROUP = new Target.VoiceConnectorGroup("abcdef1ghij2klmno3pqr4");
    private static final Target.VoiceConnector CONNECTOR = new Target.VoiceConnector("abcdef1ghij2klmno3pqr5");
    private static final String NONE_REFUSED = "{\"PhoneNumberErrors\": []}";

    private final Wire wire = new Wire();
    private final ChimeNumbers chime = new ChimeCalls(wire.clients().chime());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void associateWithAGroup() {
        wire.answers(200, NONE_REFUSED);
        assertThat(value(chime.associate(GROUP, List.of(FIRST, SECOND), true))).isEmpty();
        assertThat(wire.request().line())
                .isEqualTo("POST /voice-connector-groups/abcdef1ghij2klmno3pqr4?operation=associate-phone-numbers");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"E164PhoneNumbers": ["+12065550100", "+12065550101"], "ForceAssociate": true}"""));
        assertThat(wire.request().header("amz-sdk-request")).isEqualTo("attempt=1; max=1");
    }

    @Test
    void associateWithAConnectorWithoutForce() {
        wire.answers(200, NONE_REFUSED);
        assertThat(value(chime.associate(CONNECTOR, List.of(FIRST), false))).isEmpty();
        assertThat(wire.request().line())
                .isEqualTo("POST /voice-connectors/abcdef1ghij2klmno3pqr5?operation=associate-phone-numbers");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"E164PhoneNumbers": ["+12065550100"], "ForceAssociate": false}"""));
    }

    @Test
    void disassociateFromAGroup() {
        wire.answers(200, NONE_REFUSED);
        assertThat(value(chime.disassociate(GROUP, List.of(FIRST)))).isEmpty();
        assertThat(wire.request().line())
                .isEqualTo("POST /voice-connector-groups/abcdef1ghij2klmno3pqr4?operation=disassociate-phone-numbers");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"E164PhoneNumbers": ["+12065550100"]}"""));
    }

    @Test
    void disassociateFromAConnector() {
        wire.answers(200, NONE_REFUSED);
        assertThat(value(chime.disassociate(CONNECTOR, List.of(FIRST)))).isEmpty();
        assertThat(wire.request().line())
                .isEqualTo("POST /voice-connectors/abcdef1ghij2klmno3pqr5?operation=disassociate-phone-numbers");
    }

    @Test
    void aSingleChangeNamesItsNumberInThePath() {
        wire.answers(200, "{\"PhoneNumber\": {\"PhoneNumberId\": \"%2B12065550101\"}}");
        var change = new Change(SECOND, new Detail.Product(ProductType.SIP_MEDIA_APPLICATION_DIAL_IN));
        assertThat(value(chime.update(List.of(change)))).isEmpty();
        assertThat(wire.request().line()).isEqualTo("POST /phone-numbers/%2B12065550101");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"ProductType": "SipMediaApplicationDialIn"}"""));
    }

    @Test
    void emptyNamesAreSentToEmptyThem() {
        wire.answers(200, "{\"PhoneNumber\": {}}");
        chime.update(List.of(new Change(FIRST, new Detail.CallingName(""))));
        chime.update(List.of(new Change(FIRST, new Detail.Name(""))));
        assertThat(wire.requests().stream().map(Wire.Request::json))
                .containsExactly(Wire.json("{\"CallingName\": \"\"}"), Wire.json("{\"Name\": \"\"}"));
    }

    @Test
    void severalChangesGoInOneBatch() {
        wire.answers(200, NONE_REFUSED);
        chime.update(List.of(
                new Change(FIRST, new Detail.CallingName("Front desk")),
                new Change(SECOND, new Detail.Name("front.desk")),
                new Change(new PhoneNumber("+12065550102"), new Detail.Product(ProductType.VOICE_CONNECTOR))));
        assertThat(wire.request().line()).isEqualTo("POST /phone-numbers?operation=batch-update");
        assertThat(wire.request().json()).isEqualTo(Wire.json("""
                {"UpdatePhoneNumberRequestItems": [
                  {"PhoneNumberId": "+12065550100", "CallingName": "Front desk"},
                  {"PhoneNumberId": "+12065550101", "Name": "front.desk"},
                  {"PhoneNumberId": "+12065550102", "ProductType": "VoiceConnector"}
                ]}"""));
    }

    @Test
    void get() {
        wire.refuses(404, "NotFoundException", "");
        assertThat(value(chime.get(FIRST))).isEmpty();
        assertThat(wire.request().line()).isEqualTo("GET /phone-numbers/%2B12065550100");
    }

    @Test
    void listGoesOnWithTheToken() {
        wire.answers(200, "{}");
        chime.list(Optional.empty());
        chime.list(Optional.of("t=1&u"));
        assertThat(wire.requests().stream().map(Wire.Request::line))
                .containsExactly(
                        "GET /phone-numbers?max-results=100",
                        "GET /phone-numbers?max-results=100&next-token=t%3D1%26u");
    }

    @Test
    void aTargetIsReadByItsKind() {
        wire.refuses(404, "NotFoundException", "");
        assertThat(value(chime.exists(GROUP))).isFalse();
        wire.answers(200, "{\"VoiceConnector\": {\"VoiceConnectorId\": \"abcdef1ghij2klmno3pqr5\"}}");
        assertThat(value(chime.exists(CONNECTOR))).isTrue();
        assertThat(wire.requests().stream().map(Wire.Request::line))
                .containsExactly(
                        "GET /voice-connector-groups/abcdef1ghij2klmno3pqr4",
                        "GET /voice-connectors/abcdef1ghij2klmno3pqr5");
    }

    @Test
    void anEmptyAnswerDoesNotProveThatATargetExists() {
        wire.answers(200, "{}");
        assertThat(failure(chime.exists(GROUP)).kind()).isEqualTo(Failure.Kind.TRANSIENT);
    }
}
