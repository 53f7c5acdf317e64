package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.numberferry.sandbox.statemachine.PublishedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Answers a planned job that waits for a person's yes: by asking at the terminal, or as the command line says.
///
/// @param how what was said on the command line
/// @param keyboard where a person answers; empty when nobody sits there
record Approval(How how, Optional<BufferedReader> keyboard) {
    private static final String WANTED = "Approval wanted";

    /// The system property by which `./ferry` tells that its standard input is a terminal; Java cannot tell.
    private static final String KEYBOARD = "ferry.keyboard";

    enum How {
        ask,
        yes,
        no
    }

    /// At the terminal of this process.
    static Approval here(How how) {
        return new Approval(
                how, Boolean.getBoolean(KEYBOARD) ? Optional.of(new BufferedReader(reader())) : Optional.empty());
    }

    private static java.io.Reader reader() {
        return new java.io.InputStreamReader(System.in, java.nio.charset.Charset.defaultCharset());
    }

    /// @throws Refusal when a person is to be asked and there is no way to
    void require() {
        if (how == How.ask && keyboard.isEmpty()) {
            throw new Refusal(
                    "--approve ask needs a terminal to ask at; without one say --approve yes or --approve no.");
        }
    }

    /// Waits until the job asks, and answers it. A job that has nothing to do, or ends before, does not ask.
    ///
    /// @param plan where the report of the plan goes
    void answer(Laptop laptop, CompletableFuture<?> end, Path plan, PrintWriter terminal)
            throws IOException, InterruptedException {
        CompletableFuture<PublishedEvent> wanted = laptop.news().first(WANTED);
        try {
            CompletableFuture.anyOf(wanted, end).get();
            if (wanted.isDone()) {
                JsonNode question = new ObjectMapper().readTree(wanted.get().detail());
                laptop.store().download(question.path("prefix").asText(), plan);
                terminal.println("Plan: " + plan.resolve("index.html") + ", " + plan.resolve("report.csv"));
                answer(laptop, question, isYes(question, terminal));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("an event is never exceptional", e);
        }
    }

    private static void answer(Laptop laptop, JsonNode question, boolean yes) {
        String token = question.path("token").asText();
        if (yes) {
            laptop.tokens().succeed(token, JsonNodeFactory.instance.objectNode());
        } else {
            laptop.tokens().fail(token, Optional.of("NotApproved"), Optional.of("answered on the command line"));
        }
    }

    boolean isYes(JsonNode question, PrintWriter terminal) throws IOException {
        terminal.println(question.path("toDo").asInt() + " of "
                + question.path("rows").asInt()
                + " rows are planned, " + question.at("/outcomes/REJECTED").asInt()
                + " are rejected; nothing was changed yet.");
        if (how != How.ask) {
            terminal.println("Approved: " + how + ", by --approve.");
            terminal.flush();
            return how == How.yes;
        }
        terminal.print("Go on? [y/N] ");
        terminal.flush();
        String line = keyboard.orElseThrow().readLine();
        return line != null && line.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }
}
