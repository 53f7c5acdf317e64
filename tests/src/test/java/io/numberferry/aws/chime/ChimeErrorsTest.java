package io.numberferry.aws.chime;

import static io.numberferry.aws.Replies.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.ChimeNumbers;
import io.numberferry.apply.ChimeNumbers.Change;
import io.numberferry.apply.ChimeNumbers.Detail;
import io.numberferry.apply.ChimeNumbers.NumberError;
import io.numberferry.aws.Wire;
import io.numberferry.domain.Failure;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Target;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChimeErrorsTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+12065550100");

    private final Wire wire = new Wire();
    private final ChimeNumbers chime = new ChimeCalls(wire.clients().chime());

    @AfterEach
    void close() {
        wire.close();
    }

    @ParameterizedTest
    @CsvSource({
        "429, ThrottledClientException, THROTTLED",
        "429, TooManyRequestsException, THROTTLED",
        "400, ThrottlingException, THROTTLED",
        "500, ServiceFailureException, TRANSIENT",
        "503, ServiceUnavailableException, TRANSIENT",
        "409, ConflictException, RECONCILE",
        "400, BadRequestException, ROW",
        "404, NotFoundException, ROW",
        "410, GoneException, ROW",
        "422, UnprocessableEntityException, ROW",
        "400, ResourceLimitExceededException, TARGET",
        "403, ForbiddenException, JOB",
        "403, AccessDeniedException, JOB",
        "400, AccessDeniedException, JOB",
        "403, UnrecognizedClientException, JOB",
        "403, ExpiredTokenException, JOB",
        "403, OptInRequired, JOB"
    })
    void everyCodeHasItsKind(int status, String code, Failure.Kind kind) {
        wire.refuses(status, code, "text");
        assertThat(failure(update())).isEqualTo(new Failure(kind, code, "text"));
        assertThat(wire.requests()).hasSize(1);
    }

    /// The JDK keeps the body of a 401 to itself when the request was a stream.
    @Test
    void anUnauthorizedClientIsKnownByItsCodeAlone() {
        wire.refuses(401, "UnauthorizedClientException", "text");
        assertThat(failure(update())).isEqualTo(new Failure(Failure.Kind.JOB, "UnauthorizedClientException", ""));
    }

    @ParameterizedTest
    @CsvSource({"404, NotFoundException", "404, NotFound"})
    void anAssociationMissesItsTarget(int status, String code) {
        wire.refuses(status, code, "");
        for (Target.OnChime target : List.of(new Target.VoiceConnector("v-1"), new Target.VoiceConnectorGroup("g-1"))) {
            assertThat(failure(chime.associate(target, List.of(NUMBER), false)).kind())
                    .isEqualTo(Failure.Kind.TARGET);
            assertThat(failure(chime.disassociate(target, List.of(NUMBER))).kind())
                    .isEqualTo(Failure.Kind.TARGET);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, Throttled, THROTTLED",
        "404, NotFound, ROW",
        "403, Forbidden, JOB",
        "409, Conflict, RECONCILE",
        "400, BadRequest, ROW"
    })
    void theCodeIsFoundInTheBodyWhenTheHeaderIsMissing(int status, String code, Failure.Kind kind) {
        wire.answers(status, "{\"Code\": \"" + code + "\", \"Message\": \"text\"}");
        assertThat(failure(update())).isEqualTo(new Failure(kind, code, "text"));
    }

    @Test
    void withoutACodeTheStatusDecides() {
        wire.answers(429, "");
        assertThat(failure(update())).isEqualTo(new Failure(Failure.Kind.THROTTLED, "HTTP 429", ""));
    }

    @Test
    void aFullAccountIsKnownByItsText() {
        wire.refuses(400, "BadRequestException", "You've reached the limit of Phone Numbers.");
        assertThat(failure(update()).kind()).isEqualTo(Failure.Kind.TARGET);
    }

    @Test
    void theNumberInTheTextIsMasked() {
        wire.refuses(400, "BadRequestException", "cannot update %2B12065550100");
        assertThat(failure(update()).message()).isEqualTo("cannot update +1••••••••00");
    }

    @Test
    void aForbiddenReadIsNotAnAbsentNumber() {
        wire.refuses(403, "ForbiddenException", "text");
        assertThat(failure(chime.get(NUMBER))).isEqualTo(new Failure(Failure.Kind.JOB, "ForbiddenException", "text"));
    }

    private Reply<List<NumberError>> update() {
        return chime.update(List.of(new Change(NUMBER, new Detail.Name("desk"))));
    }
}
