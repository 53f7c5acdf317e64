package io.numberferry.aws.storage;

import io.numberferry.domain.FailureLimit;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Window;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// A job's rails as JSON.
record RailsDocument(
        int mostRows,
        boolean allowForce,
        Optional<FailureLimit> failures,
        int canary,
        int toleratedBatches,
        Optional<WindowDocument> window,
        Optional<Integer> approvalHours) {

    record WindowDocument(LocalTime from, LocalTime to, String zone) {
        static WindowDocument of(Window window) {
            return new WindowDocument(window.from(), window.to(), window.zone().getId());
        }

        Window window() {
            return new Window(from, to, ZoneId.of(zone));
        }
    }

    static RailsDocument of(Rails rails) {
        return new RailsDocument(
                rails.mostRows(),
                rails.allowForce(),
                rails.failures(),
                rails.canary(),
                rails.toleratedBatches(),
                rails.window().map(WindowDocument::of),
                Optional.of(rails.approvalHours()).filter(hours -> hours > 0));
    }

    Rails rails() {
        return new Rails(
                mostRows,
                allowForce,
                failures,
                canary,
                toleratedBatches,
                window.map(WindowDocument::window),
                approvalHours.orElse(0));
    }
}
