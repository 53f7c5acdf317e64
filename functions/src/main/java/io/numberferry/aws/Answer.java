package io.numberferry.aws;

import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns what the SDK returns or throws into a [Reply].
public final class Answer {
    private Answer() {}

    /// Makes one call.
    ///
    /// @param call sends the request and reads the answer
    /// @param refusal what the service's refusal means to the caller
    public static <T> Reply<T> to(Supplier<Reply<T>> call, Function<ServiceFault, Reply<T>> refusal) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            return refusal.apply(ServiceFault.of(refused));
        } catch (SdkException | UncheckedIOException lost) {
            return new Reply.Refused<>(NoAnswer.classify(lost));
        }
    }

    /// An accepting answer that lacks what it should carry. It proves nothing, so it counts as lost.
    ///
    /// @param missing what is not there, for example `phone number id`
    public static <T> Reply<T> without(String missing) {
        return Reply.refused(Failure.Kind.TRANSIENT, "EmptyAnswer", "the service accepted, but sent no " + missing);
    }

    /// The text, or empty text where the service sent none.
    public static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
