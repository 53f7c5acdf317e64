package io.numberferry.aws;

import io.numberferry.domain.Failure;
import io.numberferry.domain.Reply;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// Turns what the SDK returns or throws into a [Reply].
public final class Answer {
    private Answer() {}

    /// Makes one call.
    ///
    /// @param call sends the request; whatever it throws is a failure of the call
    /// @param reading what the answer means to the caller
    /// @param refusal what the service's refusal means to the caller
    public static <A, T> Reply<T> to(
            Supplier<A> call, Function<A, Reply<T>> reading, Function<ServiceFault, Reply<T>> refusal) {
        A answer;
        try {
            answer = call.get();
        } catch (AwsServiceException refused) {
            return refusal.apply(ServiceFault.of(refused));
        } catch (RuntimeException lost) {
            return new Reply.Refused<>(NoAnswer.classify(lost));
        }
        return reading.apply(answer);
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
