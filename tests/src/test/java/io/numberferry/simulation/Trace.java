package io.numberferry.simulation;

import io.numberferry.throttle.VirtualTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// What happened, in order. Keeps the last events as text, and all of them as a hash.
final class Trace {
    private static final int KEPT = 60;

    private final VirtualTime time;
    private final Deque<String> last = new ArrayDeque<>();
    private long hash = 1;
    private int events;

    Trace(VirtualTime time) {
        this.time = time;
    }

    void add(String event) {
        long millis = time.passed().toMillis();
        hash = (hash * 31 + event.hashCode()) * 31 + millis;
        events++;
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.add(millis + " " + event);
    }

    long hash() {
        return hash;
    }

    int events() {
        return events;
    }

    List<String> last() {
        return List.copyOf(last);
    }
}
