package io.numberferry.sandbox;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/// Services that somebody else runs on this machine in place of the built-in simulator.
///
/// @param connect empty for the simulator
/// @param chime empty for the simulator
record Endpoints(Optional<URI> connect, Optional<URI> chime) {
    static final String CONNECT = "AWS_ENDPOINT_URL_CONNECT";
    static final String CHIME = "AWS_ENDPOINT_URL_CHIME_SDK_VOICE";

    /// @throws Refusal for an endpoint that is not on this machine: a sandbox must not be able to reach AWS
    static Endpoints from(Map<String, String> variables) {
        return new Endpoints(local(variables, CONNECT), local(variables, CHIME));
    }

    private static Optional<URI> local(Map<String, String> variables, String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(text -> !text.isBlank())
                .map(text -> checked(name, text.strip()));
    }

    private static URI checked(String name, String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && InetAddress.getByName(uri.getHost()).isLoopbackAddress()) {
                return uri;
            }
        } catch (IllegalArgumentException | UnknownHostException _) {
            // Refused below, like an endpoint that is elsewhere.
        }
        throw new Refusal(name + " is " + text + ", which is not on this machine: use a loopback address, such as "
                + "http://127.0.0.1:4567, or unset it");
    }
}
