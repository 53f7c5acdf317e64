package io.numberferry.domain;

/// The two services that hold phone numbers. Each has its own inventory: a number is in one or the other.
public enum Service {
    CONNECT("Amazon Connect"),
    CHIME("Amazon Chime SDK Voice");

    private final String title;

    Service(String title) {
        this.title = title;
    }

    /// The name people know it by.
    public String title() {
        return title;
    }
}
