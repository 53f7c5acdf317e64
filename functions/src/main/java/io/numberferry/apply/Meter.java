package io.numberferry.apply;

import io.numberferry.domain.Api;
import io.numberferry.domain.CallCount;
import io.numberferry.domain.JobId;
import java.util.Map;

/// Is told how workers get on: of each about once a minute while it calls, and when it ends, however it ends.
public interface Meter {
    /// @param calls that were sent since it was told last
    /// @param rows that ended since then
    void worked(JobId job, Map<Api, CallCount> calls, int rows);
}
