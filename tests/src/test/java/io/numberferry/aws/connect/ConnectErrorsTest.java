package io.numberferry.aws.connect;

import static io.numberferry.aws.Replies.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.ConnectNumbers.Query;
import io.numberferry.aws.Wire;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectErrorsTest {
    private static final NumberId ID = new NumberId("aaaa-1", "");
    private static final Target.Instance INSTANCE = new Target.Instance("i-1", Optional.empty());
    private static final ClientToken TOKEN = new ClientToken("0f0e0d0c-0b0a-4908-8706-050403020100");

    private final Wire wire = new Wire();
    private final ConnectNumbers connect = new ConnectCalls(wire.clients().connect());

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottlingException, THROTTLED",
        "429, TooManyRequestsException, THROTTLED",
        "400, ThrottlingException, THROTTLED",
        "429, LimitExceededException, TARGET",
        "402, ServiceQuotaExceededException, TARGET",
        "500, InternalServiceException, TRANSIENT",
        "503, ServiceUnavailableException, TRANSIENT",
        "502, SomethingElse, TRANSIENT",
        "409, IdempotencyException, RECONCILE",
        "409, ResourceInUseException, RECONCILE",
        "409, ConflictException, RECONCILE",
        "409, DuplicateResourceException, RECONCILE",
        "409, SomethingElse, RECONCILE",
        "400, InvalidParameterException, ROW",
        "400, InvalidRequestException, ROW",
        "400, SomethingElse, ROW",
        "403, AccessDeniedException, JOB",
        "403, UnrecognizedClientException, JOB",
        "403, ExpiredTokenException, JOB",
        "403, InvalidSignatureException, JOB",
        "403, OptInRequired, JOB",
        "403, SomethingElse, JOB"
    })
    void everyCodeHasItsKind(int status, String code, Failure.Kind kind) {
        wire.refuses(status, code, "text");
        assertThat(failure(move())).isEqualTo(new Failure(kind, code, "text"));
        assertThat(wire.requests()).hasSize(1);
    }

    /// The JDK keeps the body of a 401 to itself when the request was a stream.
    @Test
    void anUnauthorizedClientIsKnownByItsCodeAlone() {
        wire.refuses(401, "UnauthorizedClientException", "text");
        assertThat(failure(move())).isEqualTo(new Failure(Failure.Kind.JOB, "UnauthorizedClientException", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "429, THROTTLED",
        "500, TRANSIENT",
        "503, TRANSIENT",
        "504, TRANSIENT",
        "408, TRANSIENT",
        "409, RECONCILE",
        "402, TARGET",
        "400, ROW",
        "404, ROW",
        "410, ROW",
        "401, JOB",
        "403, JOB"
    })
    void withoutACodeTheStatusDecides(int status, Failure.Kind kind) {
        wire.answers(status, "");
        assertThat(failure(move())).isEqualTo(new Failure(kind, "HTTP " + status, ""));
    }

    @Test
    void theTypeInTheBodyCounts() {
        wire.answers(400, """
                {"__type": "com.amazonaws.connect#ThrottlingException", "message": "Rate exceeded"}""");
        assertThat(failure(move()))
                .isEqualTo(new Failure(Failure.Kind.THROTTLED, "ThrottlingException", "Rate exceeded"));
    }

    @Test
    void theTypeInTheHeaderCountsWithoutItsAddress() {
        wire.refuses(400, "ThrottlingException:http://internal.amazon.com/coral/", "Rate exceeded");
        assertThat(failure(move()))
                .isEqualTo(new Failure(Failure.Kind.THROTTLED, "ThrottlingException", "Rate exceeded"));
    }

    @Test
    void aNumberThatIsNotAvailableMayBeOurs() {
        wire.refuses(400, "InvalidParameterException", "Phone number not available: +12065550100");
        assertThat(failure(claim()))
                .isEqualTo(new Failure(
                        Failure.Kind.RECONCILE,
                        "InvalidParameterException",
                        "Phone number not available: +1••••••••00"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidParameterException",
        "400, InvalidRequestException",
        "403, AccessDeniedException",
        "409, ResourceConflictException",
        "400, SomethingElse"
    })
    void aFullAccountIsKnownByItsTextWhateverTheCode(int status, String code) {
        wire.refuses(status, code, "You've reached the limit of Phone Numbers.");
        assertThat(failure(claim()).kind()).isEqualTo(Failure.Kind.TARGET);
    }

    @Test
    void aThrottledCallStaysThrottledWhateverItsText() {
        wire.refuses(429, "TooManyRequestsException", "You've reached the limit of Phone Numbers calls.");
        assertThat(failure(claim()).kind()).isEqualTo(Failure.Kind.THROTTLED);
    }

    @Test
    void aDescriptionThatIsTooLongIsTheRowsFault() {
        wire.refuses(400, "InvalidParameterException", "PhoneNumberDescription exceeds the limit of 500 characters");
        assertThat(failure(claim()).kind()).isEqualTo(Failure.Kind.ROW);
    }

    @Test
    void aClaimMissesItsTarget() {
        wire.refuses(404, "ResourceNotFoundException", "not found");
        assertThat(failure(claim()).kind()).isEqualTo(Failure.Kind.TARGET);
    }

    @ParameterizedTest
    @CsvSource({
        "'Phone number not found', ROW",
        "'', ROW",
        "'Instance not found: i-1', TARGET",
        "'The traffic distribution group is not ACTIVE', TARGET",
        "'Contact flow not found on the instance', ROW",
        "'arn:aws:connect:us-west-2:123456789012:instance/i-1/contact-flow/f-1 does not exist', ROW",
        "'Phone number not found in instance i-1', ROW"
    })
    void elsewhereTheTextSaysWhatIsMissing(String message, Failure.Kind kind) {
        wire.refuses(404, "ResourceNotFoundException", message);
        assertThat(failure(move()).kind()).isEqualTo(kind);
        assertThat(failure(connect.attachFlow(ID, "i-1", "f-1")).kind()).isEqualTo(kind);
    }

    @Test
    void aListMissesItsTarget() {
        wire.refuses(404, "ResourceNotFoundException", "not found");
        assertThat(failure(connect.list(Query.everything(), Optional.empty())).kind())
                .isEqualTo(Failure.Kind.TARGET);
        assertThat(failure(connect.listFlows("i-1", Optional.empty())).kind()).isEqualTo(Failure.Kind.TARGET);
        assertThat(failure(connect.listFlowAssociations("i-1", Optional.empty()))
                        .kind())
                .isEqualTo(Failure.Kind.TARGET);
        assertThat(failure(connect.flowOf(
                                NumberId.of("arn:aws:connect:us-west-2:111122223333:phone-number/n-1"), "i-1"))
                        .kind())
                .isEqualTo(Failure.Kind.TARGET);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 429, 500})
    void aRefusedDescriptionIsNotAnAbsentNumber(int status) {
        wire.answers(status, "");
        assertThat(failure(connect.describe(ID)).code()).isEqualTo("HTTP " + status);
    }

    private Reply<NumberId> claim() {
        var claim = new Operation.Claim(INSTANCE, Optional.empty(), "", Tags.none());
        return connect.claim(claim, new PhoneNumber("+12065550100"), TOKEN);
    }

    private Reply<NumberId> move() {
        return connect.move(ID, INSTANCE, TOKEN);
    }
}
