package io.numberferry.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;

/// When a function must have stopped calling.
final class Deadline {
    private Deadline() {}

    /// @param margin kept back for what comes after the last call
    static Instant of(Context context, Duration margin) {
        return Instant.now().plusMillis(context.getRemainingTimeInMillis()).minus(margin);
    }
}
