package io.numberferry.sandbox;

import io.numberferry.sandbox.statemachine.EventBus;
import io.numberferry.sandbox.statemachine.PublishedEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// The event bus of a laptop, to which nobody listens: it keeps what was published, for whoever looks. Safe for
/// use by several threads.
final class News implements EventBus {
    private final List<PublishedEvent> events = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<PublishedEvent>> firsts = new ConcurrentHashMap<>();

    @Override
    public String put(PublishedEvent event) {
        events.add(event);
        firsts.computeIfAbsent(event.detailType(), _ -> new CompletableFuture<>())
                .complete(event);
        return UUID.randomUUID().toString();
    }

    /// The first event of this type, once it has come.
    CompletableFuture<PublishedEvent> first(String detailType) {
        return firsts.computeIfAbsent(detailType, _ -> new CompletableFuture<>());
    }

    /// In the order in which they came.
    List<PublishedEvent> events() {
        return List.copyOf(events);
    }
}
