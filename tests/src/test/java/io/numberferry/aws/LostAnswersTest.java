package io.numberferry.aws;

import static io.numberferry.aws.Replies.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.apply.ConnectNumbers;
import io.numberferry.aws.chime.ChimeCalls;
import io.numberferry.aws.connect.ConnectCalls;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.connect.ConnectClient;

/// A lost answer leaves open whether the service did its part: TRANSIENT, after exactly one request.
class LostAnswersTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+12065550100");
    private static final ClientToken TOKEN = new ClientToken("0f0e0d0c-0b0a-4908-8706-050403020100");
    private static final Failure TIMED_OUT = new Failure(Failure.Kind.TRANSIENT, "TimedOut", "no answer came in time");

    private final Wire wire = new Wire();
    private final ConnectNumbers connect = new ConnectCalls(wire.clients().connect());

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void aClosedConnection() {
        wire.dropsTheConnection();
        assertThat(failure(claim(connect)))
                .isEqualTo(new Failure(
                        Failure.Kind.TRANSIENT,
                        "ConnectionLost",
                        "SocketException: Unexpected end of file from server"));
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void noWriteIsRepeatedByTheJdk() {
        wire.dropsTheConnection();
        NumberId number = new NumberId("aaaa-1", "");
        var target = new Target.Instance("i-1", Optional.empty());
        List<Reply<?>> replies = List.of(
                connect.move(number, target, TOKEN),
                connect.changeDescription(number, "desk", TOKEN),
                connect.release(number, TOKEN),
                connect.attachFlow(number, "i-1", "flow-1"),
                connect.detachFlow(number, "i-1"));
        assertThat(replies)
                .allSatisfy(reply -> assertThat(failure(reply).kind()).isEqualTo(Failure.Kind.TRANSIENT));
        assertThat(wire.requests().stream().map(Wire.Request::method))
                .containsExactly("PUT", "PUT", "DELETE", "PUT", "DELETE");
    }

    @Test
    void aRefusedConnection() {
        ConnectNumbers toNowhere = new ConnectCalls(wire.clients().connect());
        wire.close();
        assertThat(failure(claim(toNowhere)))
                .isEqualTo(
                        new Failure(Failure.Kind.TRANSIENT, "ConnectionLost", "ConnectException: Connection refused"));
    }

    @Test
    void anAnswerThatDoesNotComeInTime() {
        wire.keepsSilent();
        ConnectNumbers impatient =
                new ConnectCalls(wire.clients(Duration.ofMillis(5)).connect());
        assertThat(failure(claim(impatient))).isEqualTo(TIMED_OUT);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anAnswerOfChimeThatDoesNotComeInTime() {
        wire.keepsSilent();
        var impatient = new ChimeCalls(wire.clients(Duration.ofMillis(5)).chime());
        assertThat(failure(impatient.associate(new Target.VoiceConnector("v-1"), List.of(NUMBER), false)))
                .isEqualTo(TIMED_OUT);
    }

    @Test
    void anAnswerThatEndsTooEarly() {
        wire.cutsTheAnswerShort("{\"PhoneNumberId\": \"aaaa-1\", \"Phone");
        assertThat(failure(claim(connect)))
                .isEqualTo(new Failure(Failure.Kind.TRANSIENT, "ConnectionLost", "IOException: Premature EOF"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"PhoneNumberId\": ", "[]", "\"text\""})
    void anAnswerThatCannotBeRead(String body) {
        wire.answers(200, body);
        assertThat(failure(claim(connect)))
                .isEqualTo(new Failure(
                        Failure.Kind.TRANSIENT, "UnreadableAnswer", "the answer is not what the service's model says"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"PhoneNumberId\": null}", "{\"PhoneNumberId\": \"\"}"})
    void anAcceptanceWithoutAnId(String body) {
        wire.answers(200, body);
        assertThat(failure(claim(connect)))
                .isEqualTo(new Failure(
                        Failure.Kind.TRANSIENT, "EmptyAnswer", "the service accepted, but sent no phone number id"));
    }

    /// The JDK's connection can fail like this when it is torn down at a bad moment.
    @Test
    void aFaultInsideTheSdkOrTheJdk() {
        Reply<String> reply = Answer.<String, String>to(
                () -> {
                    throw new NullPointerException("this.http is null for +12065550100");
                },
                Reply::ok,
                fault -> Reply.ok(fault.code()));
        assertThat(failure(reply))
                .isEqualTo(new Failure(
                        Failure.Kind.TRANSIENT,
                        "ConnectionLost",
                        "NullPointerException: this.http is null for +1••••••••00"));
    }

    /// What we read out of an answer is our own business: a mistake there must not look like a lost answer.
    @Test
    void aFaultInReadingAnAnswerIsThrown() {
        assertThatThrownBy(() -> Answer.to(
                        () -> "answer",
                        _ -> {
                            throw new IllegalStateException("mistake");
                        },
                        fault -> Reply.ok(fault.code())))
                .hasMessage("mistake");
    }

    @Test
    void anInterruptedCallKeepsTheInterrupt() {
        Thread.currentThread().interrupt();
        Failure failure = failure(claim(connect));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure)
                .isEqualTo(new Failure(Failure.Kind.TRANSIENT, "Interrupted", "the call was broken off on our side"));
    }

    @Test
    void withoutCredentialsNothingIsSentAndNoRowFaresBetter(@TempDir Path folder) throws Exception {
        Path empty = Files.createFile(folder.resolve("credentials"));
        var nowhere = ProfileCredentialsProvider.builder()
                .profileFile(ProfileFile.builder()
                        .content(empty)
                        .type(ProfileFile.Type.CREDENTIALS)
                        .build())
                .build();
        try (var client = ConnectClient.builder()
                .endpointOverride(wire.uri())
                .region(Region.US_WEST_2)
                .credentialsProvider(AwsCredentialsProviderChain.of(nowhere))
                .build()) {
            assertThat(failure(claim(new ConnectCalls(client))))
                    .isEqualTo(new Failure(
                            Failure.Kind.JOB, "NoCredentials", "no AWS credentials were found to sign the call with"));
        }
        assertThat(wire.requests()).isEmpty();
    }

    private static Reply<NumberId> claim(ConnectNumbers connect) {
        var claim =
                new Operation.Claim(new Target.Instance("i-1", Optional.empty()), Optional.empty(), "", Tags.none());
        return connect.claim(claim, NUMBER, TOKEN);
    }
}
