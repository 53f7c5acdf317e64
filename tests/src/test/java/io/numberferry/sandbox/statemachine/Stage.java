package io.numberferry.sandbox.statemachine;

import io.numberferry.sandbox.statemachine.ExecutionResult.Failed;
import io.numberferry.sandbox.statemachine.ExecutionResult.Succeeded;
import io.numberferry.sandbox.statemachine.InvocationResult.Refused;
import io.numberferry.sandbox.statemachine.InvocationResult.Returned;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// A runner among fakes, in virtual time: functions and objects that a test gives, and all that happened.
final class Stage {
    static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:job";

    final VirtualTimeline timeline = new VirtualTimeline();
    final List<ExecutionEvent> events = Collections.synchronizedList(new ArrayList<>());
    final List<PublishedEvent> published = Collections.synchronizedList(new ArrayList<>());
    final List<String> payloads = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Function> functions = new ConcurrentHashMap<>();
    private final Map<String, String> objects = new ConcurrentHashMap<>();
    final StateMachineRunner runner =
            new StateMachineRunner(new Ports(this::invoke, this::open, this::publish, timeline, new Random(1)));

    interface Function {
        InvocationResult call(String payload) throws InterruptedException;
    }

    Stage function(String name, Function function) {
        functions.put(name, function);
        return this;
    }

    private String publish(PublishedEvent event) {
        published.add(event);
        return "event-" + published.size();
    }

    /// A function that gives back what it gets.
    Stage echo(String name) {
        return function(name, Returned::new);
    }

    /// An object, of the newest version when it has no `?versionId=`.
    Stage object(String location, String text) {
        objects.put(location, text);
        return this;
    }

    ExecutionResult run(String definition, String input) throws InterruptedException {
        return run(StateMachine.parse(definition, Map.of()), input);
    }

    ExecutionResult run(StateMachine machine, String input) throws InterruptedException {
        return runner.run(machine, new ExecutionInput(MACHINE, "run-1", input), events::add);
    }

    /// The output of a machine with these states, of which `A` is the first.
    String output(String states, String input) throws InterruptedException {
        return switch (run(machine(states), input)) {
            case Succeeded(String output) -> output;
            case ExecutionResult other -> throw new AssertionError(other);
        };
    }

    /// The error and the cause with which such a machine failed.
    ErrorOutput failure(String states, String input) throws InterruptedException {
        return switch (run(machine(states), input)) {
            case Failed(var error, var cause) -> new ErrorOutput(error, cause);
            case ExecutionResult other -> throw new AssertionError(other);
        };
    }

    <E extends ExecutionEvent> List<E> events(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    static String machine(String states) {
        return "{\"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {" + states + "}}";
    }

    private InvocationResult invoke(String name, String payload) throws InterruptedException {
        payloads.add(payload);
        Function function = functions.get(name);
        return function == null
                ? new Refused("Lambda.ResourceNotFoundException", "Function not found: " + name)
                : function.call(payload);
    }

    private InputStream open(String bucket, String key, Optional<String> versionId) throws IOException {
        String location = bucket + "/" + key
                + versionId.map(version -> "?versionId=" + version).orElse("");
        String text = objects.get(location);
        if (text == null) {
            throw new FileNotFoundException("there is no " + location);
        }
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
