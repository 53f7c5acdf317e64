package io.numberferry.plan;

import io.numberferry.domain.Quota;
import io.numberferry.domain.Service;
import java.time.Duration;

/// How many rows one worker is given at a time.
public final class BatchSize {
    /// A batch takes about this long at the lane's rate: well inside a function's 15 minutes, and long
    /// enough that handing over costs nothing.
    private static final Duration LENGTH = Duration.ofMinutes(10);

    /// Rows are held in memory with their journal entries, about a kilobyte each.
    private static final int MOST = 20_000;

    private BatchSize() {}

    /// @param quota of the lane's slowest API
    /// @param perCall rows that one call of the service carries
    public static int rows(Quota quota, int perCall) {
        double rows = quota.ratePerSecond() * LENGTH.toSeconds() * perCall;
        return (int) Math.clamp(rows, 1, MOST);
    }

    /// Numbers in one call. Connect takes one. BatchUpdatePhoneNumber takes "up to 50 phone numbers" by the
    /// text of its IAM action; nothing is published for the associate calls, so the same is used, and a call
    /// that is refused as too large is split.
    public static int perCall(Service service) {
        return service == Service.CONNECT ? 1 : 50;
    }
}
