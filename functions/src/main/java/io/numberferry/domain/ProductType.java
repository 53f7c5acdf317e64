package io.numberferry.domain;

import java.util.Arrays;
import java.util.Optional;

/// What a Chime SDK number is for. The enum of `chime-sdk-voice` 2022-08-03; `BusinessCalling` went with
/// Amazon Chime.
public enum ProductType {
    VOICE_CONNECTOR("VoiceConnector"),
    SIP_MEDIA_APPLICATION_DIAL_IN("SipMediaApplicationDialIn");

    private final String wireName;

    ProductType(String wireName) {
        this.wireName = wireName;
    }

    /// The name the service uses.
    public String wireName() {
        return wireName;
    }

    /// Finds the type by the service's name, whatever its case; empty when there is none.
    public static Optional<ProductType> named(String name) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equalsIgnoreCase(name))
                .findFirst();
    }
}
