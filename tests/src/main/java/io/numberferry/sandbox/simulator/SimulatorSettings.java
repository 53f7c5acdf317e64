package io.numberferry.sandbox.simulator;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/// How a simulator runs; what it simulates is the world's.
///
/// @param port on 127.0.0.1; 0 for any free one
/// @param quotaScale multiplies all rates and bursts; more than 0
/// @param clock decides quotas and what has settled
/// @param pause lets latency pass
/// @param stateFile where the state is kept, as a world file with a log beside it; empty to forget it at the
///     end
public record SimulatorSettings(
        int port, double quotaScale, InstantSource clock, Pause pause, Optional<Path> stateFile) {
    public SimulatorSettings {
        if (!(quotaScale > 0)) {
            throw new IllegalArgumentException("the quota scale must be more than 0, not " + quotaScale);
        }
    }

    /// Any free port, quotas as they are, the system's clock, nothing kept.
    public static SimulatorSettings defaults() {
        return new SimulatorSettings(0, 1, InstantSource.system(), Thread::sleep, Optional.empty());
    }

    public SimulatorSettings withPort(int changed) {
        return new SimulatorSettings(changed, quotaScale, clock, pause, stateFile);
    }

    public SimulatorSettings withQuotaScale(double changed) {
        return new SimulatorSettings(port, changed, clock, pause, stateFile);
    }

    public SimulatorSettings withTime(InstantSource changedClock, Pause changedPause) {
        return new SimulatorSettings(port, quotaScale, changedClock, changedPause, stateFile);
    }

    public SimulatorSettings withStateFile(Path file) {
        return new SimulatorSettings(port, quotaScale, clock, pause, Optional.of(file));
    }
}
