package io.numberferry.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

final class LoopbackAssert {
    private LoopbackAssert() {}

    /// A server on every interface would answer at the loopback network's other addresses, too.
    static void assertOnlyLoopback(URI endpoint) throws IOException {
        assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
        connect("127.0.0.1", endpoint.getPort());
        assertThatThrownBy(() -> connect("127.0.0.2", endpoint.getPort())).isInstanceOf(IOException.class);
    }

    private static void connect(String host, int port) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 1_000);
        }
    }
}
