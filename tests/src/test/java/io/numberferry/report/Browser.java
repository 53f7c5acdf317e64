package io.numberferry.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A headless Chromium, driven over the WebDriver protocol (W3C) through chromedriver on 127.0.0.1.
final class Browser {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern STARTED = Pattern.compile(".*started successfully on port (\\d+).*");
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final URI server;
    private final String session;

    private Browser(Process driver, URI server, List<String> arguments) throws IOException, InterruptedException {
        this.driver = driver;
        this.server = server;
        Map<String, Object> chromium = Map.of("binary", program("chromium").orElseThrow(), "args", arguments);
        this.session = send(
                        "POST",
                        "/session",
                        Map.of(
                                "capabilities",
                                Map.of(
                                        "alwaysMatch",
                                        Map.of(
                                                "goog:chromeOptions",
                                                chromium,
                                                "goog:loggingPrefs",
                                                Map.of("browser", "ALL")))))
                .path("sessionId")
                .asText();
    }

    /// Tells whether there is a Chromium with its driver.
    static boolean isInstalled() {
        return program("chromium").isPresent() && program("chromedriver").isPresent();
    }

    /// @param profile an empty folder
    static Browser start(Path profile) throws IOException, InterruptedException {
        Process driver = new ProcessBuilder(program("chromedriver").orElseThrow(), "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            URI server = URI.create("http://127.0.0.1:" + port(driver.inputReader()));
            List<String> arguments = List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--user-data-dir=" + profile);
            return new Browser(driver, server, arguments);
        } catch (IOException | InterruptedException | RuntimeException e) {
            driver.destroy();
            throw e;
        }
    }

    private static int port(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null) {
            Matcher started = STARTED.matcher(line);
            if (started.matches()) {
                return Integer.parseInt(started.group(1));
            }
            line = output.readLine();
        }
        throw new IOException("chromedriver ended before it listened");
    }

    private static Optional<String> program(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    void open(Path page) throws IOException, InterruptedException {
        command("/url", Map.of("url", page.toUri().toString()));
    }

    /// Runs a script in the page, with `return`.
    JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
        return command("/execute/sync", Map.of("script", script, "args", arguments));
    }

    /// Returns when a condition holds, which the page looks at before every frame that it draws.
    void await(String condition) throws IOException, InterruptedException {
        String script = "const done = arguments[0]; const look = () => (" + condition
                + ") ? done(true) : requestAnimationFrame(look); look();";
        command("/execute/async", Map.of("script", script, "args", List.of()));
    }

    void click(String selector) throws IOException, InterruptedException {
        command("/element/" + element(selector) + "/click", Map.of());
    }

    /// Empties a field and types into it.
    void type(String selector, String text) throws IOException, InterruptedException {
        String element = element(selector);
        command("/element/" + element + "/clear", Map.of());
        command("/element/" + element + "/value", Map.of("text", text));
    }

    /// Presses keys where the focus is.
    void press(String keys) throws IOException, InterruptedException {
        JsonNode active = send("GET", "/session/" + session + "/element/active", Map.of());
        command("/element/" + active.path(ELEMENT).asText() + "/value", Map.of("text", keys));
    }

    /// A command of the DevTools protocol.
    JsonNode devTools(String name, Map<String, Object> parameters) throws IOException, InterruptedException {
        return command("/goog/cdp/execute", Map.of("cmd", name, "params", parameters));
    }

    /// What the page wrote to the console, breaches of its policy among it.
    JsonNode console() throws IOException, InterruptedException {
        return command("/se/log", Map.of("type", "browser"));
    }

    private String element(String selector) throws IOException, InterruptedException {
        return command("/element", Map.of("using", "css selector", "value", selector))
                .path(ELEMENT)
                .asText();
    }

    private JsonNode command(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send("POST", "/session/" + session + path, body);
    }

    private JsonNode send(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path));
        HttpRequest made = "POST".equals(method)
                ? request.POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build()
                : request.method(method, BodyPublishers.noBody()).build();
        JsonNode value =
                JSON.readTree(http.send(made, BodyHandlers.ofString()).body()).path("value");
        if (value.has("error")) {
            throw new IOException(method + " " + path + " " + Arrays.asList(body) + ": " + value);
        }
        return value;
    }

    void close() throws IOException, InterruptedException {
        try {
            send("DELETE", "/session/" + session, Map.of());
        } finally {
            driver.destroy();
            driver.waitFor();
            http.close();
        }
    }
}
