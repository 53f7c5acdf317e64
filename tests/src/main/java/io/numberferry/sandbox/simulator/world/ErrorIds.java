package io.numberferry.sandbox.simulator.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// How `PhoneNumberErrors` writes a number. The service does not say, so a world can choose.
public enum ErrorIds implements Named {
    ENCODED("encoded"),
    PLAIN("plain");

    static final List<ErrorIds> ALL = List.of(values());

    private final String wireName;

    ErrorIds(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /// `%2B1…` or `+1…`.
    public String of(String phoneNumber) {
        return this == ENCODED ? URLEncoder.encode(phoneNumber, StandardCharsets.UTF_8) : phoneNumber;
    }
}
