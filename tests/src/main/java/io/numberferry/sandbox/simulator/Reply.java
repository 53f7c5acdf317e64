package io.numberferry.sandbox.simulator;

import io.numberferry.sandbox.simulator.wire.Answer;
import java.time.Duration;

/// What a client gets, and how long it waits for it.
sealed interface Reply {
    Duration after();

    record Send(Answer answer, Duration after) implements Reply {}

    /// The connection is closed without an answer.
    record HangUp(Duration after) implements Reply {}
}
