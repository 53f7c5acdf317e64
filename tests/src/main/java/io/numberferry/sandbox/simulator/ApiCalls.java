package io.numberferry.sandbox.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.time.Instant;

/// What became of the calls of one API since the simulator started. The four endings add up to `received`.
///
/// @param throttled refused as too fast
/// @param faulted hit by a fault of the world file, with or without effect
/// @param refused answered with an error that the rules or a scripted outcome asked for
/// @param succeeded answered with 200, errors of single items included
/// @param firstAt when the first arrived
/// @param lastAt when the last arrived
public record ApiCalls(
        long received, long throttled, long faulted, long refused, long succeeded, Instant firstAt, Instant lastAt) {

    enum Ending {
        THROTTLED,
        FAULTED,
        REFUSED,
        SUCCEEDED
    }

    static ApiCalls none(Instant now) {
        return new ApiCalls(0, 0, 0, 0, 0, now, now);
    }

    ApiCalls plus(Ending ending, Instant at) {
        return new ApiCalls(
                received + 1,
                throttled + (ending == Ending.THROTTLED ? 1 : 0),
                faulted + (ending == Ending.FAULTED ? 1 : 0),
                refused + (ending == Ending.REFUSED ? 1 : 0),
                succeeded + (ending == Ending.SUCCEEDED ? 1 : 0),
                firstAt,
                at);
    }

    ObjectNode toJson() {
        return Json.object()
                .put("received", received)
                .put("throttled", throttled)
                .put("faulted", faulted)
                .put("refused", refused)
                .put("succeeded", succeeded)
                .put("firstAt", firstAt.toString())
                .put("lastAt", lastAt.toString());
    }
}
