package io.numberferry.sandbox.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Bare HTTP, to see what is on the wire.
final class Http {
    private Http() {}

    static HttpResponse<String> get(Scene scene, String path) {
        return send(request(scene, path).GET().build());
    }

    static HttpResponse<String> post(Scene scene, String path, String body) {
        return send(request(scene, path).POST(BodyPublishers.ofString(body)).build());
    }

    /// A call of a service that speaks json 1.1.
    static HttpResponse<String> call(Scene scene, String target, String body) {
        return send(request(scene, "/")
                .header("X-Amz-Target", target)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(Scene scene, String path) {
        return HttpRequest.newBuilder(URI.create(scene.simulator.uri() + path));
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
