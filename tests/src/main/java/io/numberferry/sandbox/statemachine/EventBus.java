package io.numberferry.sandbox.statemachine;

/// Takes events, as EventBridge does. Several threads put at once.
public interface EventBus {
    /// @return the event's id
    String put(PublishedEvent event);
}
