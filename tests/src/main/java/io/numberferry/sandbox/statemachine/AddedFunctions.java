package io.numberferry.sandbox.statemachine;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The functions that Step Functions adds to JSONata, and those of the clock.
///
/// A seed makes `$random` repeatable here, but not give the service's numbers.
final class AddedFunctions {
    private static final List<String> ALGORITHMS = List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");
    /// As `States.ArrayRange`, whose place `$range` takes.
    private static final int LONGEST_RANGE = 1000;

    private final Map<String, JFunction> functions = new LinkedHashMap<>();
    private final Timeline timeline;
    private final RandomGenerator random;

    AddedFunctions(Timeline timeline, RandomGenerator random) {
        this.timeline = timeline;
        this.random = random;
        add("partition", "<an:a>", arguments -> partition(arguments.get(0), whole(arguments.get(1))));
        add(
                "range",
                "<nnn:a>",
                arguments -> range(whole(arguments.get(0)), whole(arguments.get(1)), whole(arguments.get(2))));
        add("hash", "<ss:s>", arguments -> hash(arguments.get(0), arguments.get(1)));
        add("random", "<n?:n>", arguments -> random(arguments.get(0)));
        add("uuid", "<:s>", _ -> uuid(random).toString());
        add("parse", "<s:x>", arguments -> parse(arguments.get(0)));
    }

    private interface Body {
        @Nullable
        Object call(List<?> arguments);
    }

    private void add(String name, String signature, Body body) {
        functions.put(name, new JFunction(callable(body), signature));
    }

    private static JFunctionCallable callable(Body body) {
        return (_, arguments) -> body.call((List<?>) arguments);
    }

    /// Makes the functions known. `$now` and `$millis` stand still for as long as the frame is used.
    void bind(Frame frame) {
        functions.forEach(frame::bind);
        long millis = timeline.now().toEpochMilli();
        frame.bind("millis", new JFunction(callable(_ -> millis), null));
        frame.bind(
                "now",
                new JFunction(
                        callable(arguments ->
                                Functions.dateTimeFromMillis(millis, argument(arguments, 0), argument(arguments, 1))),
                        null));
    }

    private static @Nullable String argument(List<?> arguments, int index) {
        return index < arguments.size() ? (String) arguments.get(index) : null;
    }

    private static @Nullable Object partition(@Nullable Object array, long size) {
        if (array == null) {
            return null;
        }
        if (size < 1) {
            throw new IllegalArgumentException("$partition: the size must be 1 or more, but is " + size);
        }
        List<?> elements = (List<?>) array;
        List<Object> parts = new ArrayList<>();
        for (int from = 0; from < elements.size(); from += (int) Math.min(size, Integer.MAX_VALUE / 2)) {
            parts.add(new ArrayList<>(elements.subList(from, (int) Math.min(elements.size(), from + size))));
        }
        return parts;
    }

    private static List<Object> range(long first, long last, long step) {
        if (step == 0 || Math.abs((last - first) / step) >= LONGEST_RANGE) {
            throw new IllegalArgumentException("$range: there must be a step and at most 1000 elements");
        }
        List<Object> elements = new ArrayList<>();
        for (long element = first; step > 0 ? element <= last : element >= last; element += step) {
            elements.add(element);
        }
        return elements;
    }

    private static @Nullable Object hash(@Nullable Object data, @Nullable Object algorithm) {
        if (data == null || algorithm == null) {
            return null;
        }
        if (!ALGORITHMS.contains(algorithm)) {
            throw new IllegalArgumentException(
                    "$hash: the algorithm must be one of " + String.join(", ", ALGORITHMS) + ", but is " + algorithm);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance((String) algorithm);
            return HexFormat.of().formatHex(digest.digest(((String) data).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private double random(@Nullable Object seed) {
        return seed == null ? random.nextDouble() : new Random(((Number) seed).longValue()).nextDouble();
    }

    /// A random UUID of version 4.
    static UUID uuid(RandomGenerator random) {
        long most = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static @Nullable Object parse(@Nullable Object text) {
        if (text == null) {
            return null;
        }
        try {
            return JsonataValues.of(Json.read((String) text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("$parse: the text is not JSON: " + Json.complaint(e), e);
        }
    }

    private static long whole(@Nullable Object number) {
        double value = number instanceof Number given ? given.doubleValue() : Double.NaN;
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException("a whole number was expected, but there is " + number);
        }
        return (long) value;
    }
}
