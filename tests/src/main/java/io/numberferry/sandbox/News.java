package io.numberferry.sandbox;

import io.numberferry.sandbox.statemachine.EventBus;
import io.numberferry.sandbox.statemachine.PublishedEvent;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/// The event bus of a laptop, to which nobody listens: it keeps what was published, for whoever looks. Safe for
/// use by several threads.
final class News implements EventBus {
    private final List<PublishedEvent> events = new CopyOnWriteArrayList<>();

    @Override
    public String put(PublishedEvent event) {
        events.add(event);
        return UUID.randomUUID().toString();
    }

    /// In the order in which they came.
    List<PublishedEvent> events() {
        return List.copyOf(events);
    }
}
