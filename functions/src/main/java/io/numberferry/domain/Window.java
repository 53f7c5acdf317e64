package io.numberferry.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The time of every day in which calls may begin. It may go over midnight.
///
/// Where clocks are put forward, a time that the day does not have stands for one as much later; where they are
/// put back, a time that comes twice stands for the first. On a day on which nothing is left of it there is no
/// window.
///
/// @param from inclusive
/// @param to exclusive; not the same as `from`
public record Window(LocalTime from, LocalTime to, ZoneId zone) {
    private record Span(Instant start, Instant end) {
        boolean holds(Instant moment) {
            return !moment.isBefore(start) && moment.isBefore(end);
        }
    }

    public Window {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a window from %s to %s is none".formatted(from, to));
        }
    }

    /// When the window closes that is open at a moment; empty when it is closed then.
    public Optional<Instant> closes(Instant now) {
        return spans(now).filter(span -> span.holds(now)).map(Span::end).findFirst();
    }

    /// When the window opens next, after a moment.
    public Instant opens(Instant now) {
        return spans(now)
                .map(Span::start)
                .filter(start -> start.isAfter(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(this + " does not open within a week"));
    }

    @Override
    public String toString() {
        return from + "-" + to + " " + zone;
    }

    /// From the day before, whose window may still be open.
    private Stream<Span> spans(Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return LongStream.rangeClosed(-1, 7)
                .mapToObj(today::plusDays)
                .map(this::span)
                .filter(span -> span.start().isBefore(span.end()));
    }

    private Span span(LocalDate day) {
        LocalDate lastDay = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(
                day.atTime(from).atZone(zone).toInstant(),
                lastDay.atTime(to).atZone(zone).toInstant());
    }
}
