package io.numberferry.simulation;

import io.numberferry.apply.Closings;
import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.Journal;
import io.numberferry.domain.BatchId;
import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Failure;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The bugs that the simulation must catch, each made outside of the product. Where one needs something of its own for
/// each seed, the plant is made anew for it.
enum Plants implements Plant {
    /// Calls are made without an intent in the journal.
    NO_INTENT("an effect without an intent") {
        @Override
        public Journal table(Journal real) {
            return changed(Journal.class, real, (method, arguments, answer) -> answer, Set.of("intend"), true);
        }
    },

    /// Each request has a token of its own.
    RANDOM_TOKEN("took effect more than once") {
        @Override
        public ConnectNumbers connect(ConnectNumbers real) {
            Random random = new Random(1);
            return before(
                    ConnectNumbers.class,
                    real,
                    argument -> argument instanceof ClientToken
                            ? new ClientToken(
                                    UUID.nameUUIDFromBytes(bytes(random)).toString())
                            : argument);
        }
    },

    /// The journal takes every worker for the last one that took the batch.
    NO_FENCING("of epoch \\d+ won over") {
        @Override
        public Journal table(Journal real) {
            Latest latest = new Latest();
            Journal watched = changed(
                    Journal.class,
                    real,
                    (_, _, answer) -> answer instanceof Journal.Lease lease ? latest.taken(lease) : answer,
                    Set.of(),
                    true);
            return before(Journal.class, watched, latest::leaseOf);
        }
    },

    /// What was accepted is taken for done.
    NO_DESCRIBE("SUCCEEDED is not true") {
        @Override
        public ConnectNumbers connect(ConnectNumbers real) {
            return changed(ConnectNumbers.class, real, Plants::asClaimed, Set.of(), true);
        }
    },

    /// Every refusal is tried again.
    RETRY_ON_EVERY_4XX("sent again after a refusal") {
        @Override
        public ConnectNumbers connect(ConnectNumbers real) {
            return changed(ConnectNumbers.class, real, Plants::asUnavailable, Set.of(), true);
        }
    },

    /// The report believes the map's results: what a successful batch holds is done.
    REPORT_FROM_MAP_RESULTS("was never so") {
        @Override
        public Journal reported(Journal real, Set<BatchId> succeeded) {
            return changed(
                    Journal.class,
                    real,
                    (method, arguments, answer) -> method.equals("read") && succeeded.contains(arguments.getFirst())
                            ? asDone((List<?>) answer)
                            : answer,
                    Set.of(),
                    true);
        }
    },

    /// A closing makes the report of what the journal happens to say.
    CLOSED_WITHOUT_READS("a read could tell") {
        @Override
        public Journal closed(Journal real) {
            return changed(
                    Journal.class,
                    real,
                    (method, _, answer) -> method.equals("read") ? List.of() : answer,
                    Set.of(),
                    true);
        }
    },

    /// A closing does not know that the job went on under another name.
    CLOSED_WHILE_IT_GOES_ON("is announced after a later one") {
        @Override
        public Closings closings(Closings real) {
            return changed(
                    Closings.class,
                    real,
                    (method, _, answer) -> method.equals("executions") ? Set.of() : answer,
                    Set.of(),
                    true);
        }
    },

    /// A row that an earlier worker saw accepted ends as UNKNOWN.
    UNKNOWN_AFTER_HANDOVER("a read could tell") {
        @Override
        public Journal table(Journal real) {
            Map<String, Long> accepted = new HashMap<>();
            return proxy(
                    Journal.class,
                    (_, method, arguments) ->
                            called(real, method, unknownIfHandedOver(method.getName(), arguments, accepted)));
        }
    };

    private static final Object NOTHING = new Object();

    private final String shows;

    Plants(String shows) {
        this.shows = shows;
    }

    /// A pattern of what the bug does.
    String shows() {
        return shows;
    }

    /// What becomes of an answer.
    private interface Change {
        Object of(String method, List<Object> arguments, Object answer);
    }

    /// The newest lease of each batch.
    private static final class Latest {
        private final Map<BatchId, Journal.Lease> leases = new HashMap<>();

        Object taken(Journal.Lease lease) {
            leases.put(lease.batch(), lease);
            return lease;
        }

        Object leaseOf(Object argument) {
            return argument instanceof Journal.Lease lease ? leases.getOrDefault(lease.batch(), lease) : argument;
        }
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Object asClaimed(String method, List<Object> arguments, Object answer) {
        return answer instanceof Reply.Ok<?>(Optional<?> found)
                        && found.isPresent()
                        && found.get() instanceof ConnectNumbers.Described described
                ? Reply.ok(Optional.of(new ConnectNumbers.Described(
                        described.held(), described.tags(), ConnectNumbers.ClaimStatus.CLAIMED, "")))
                : answer;
    }

    private static Object asUnavailable(String method, List<Object> arguments, Object answer) {
        return answer instanceof Reply.Refused<?>(Failure failure) && failure.is(Failure.Kind.ROW)
                ? Reply.refused(Failure.Kind.TRANSIENT, failure.code(), failure.message())
                : answer;
    }

    private static List<Journal.Entry> asDone(List<?> entries) {
        return entries.stream()
                .map(Journal.Entry.class::cast)
                .map(entry -> new Journal.Entry(
                        entry.line(),
                        Journal.State.DONE,
                        entry.token(),
                        entry.parametersHash(),
                        entry.generation(),
                        entry.number(),
                        Optional.of(Outcome.of(Reason.DONE, ""))))
                .toList();
    }

    /// @param accepted the epochs that saw rows accepted
    private static Object[] unknownIfHandedOver(String method, Object[] arguments, Map<String, Long> accepted) {
        if (!Set.of("accepted", "finish").contains(method)) {
            return arguments;
        }
        Journal.Lease lease = (Journal.Lease) arguments[0];
        String row = lease.batch().key() + " line " + arguments[1];
        if (method.equals("accepted")) {
            accepted.put(row, lease.epoch());
            return arguments;
        }
        return accepted.getOrDefault(row, lease.epoch()) < lease.epoch()
                ? new Object[] {lease, arguments[1], Outcome.of(Reason.NO_ANSWER, "")}
                : arguments;
    }

    private static <T> T before(Class<T> port, T real, UnaryOperator<Object> argument) {
        return proxy(port, (_, method, arguments) -> {
            Object[] changed = arguments == null ? new Object[0] : arguments.clone();
            for (int i = 0; i < changed.length; i++) {
                changed[i] = argument.apply(changed[i]);
            }
            return called(real, method, changed);
        });
    }

    /// @param skipped methods that do nothing
    /// @param answer of those
    private static <T> T changed(Class<T> port, T real, Change change, Set<String> skipped, Object answer) {
        return proxy(port, (_, method, arguments) -> {
            Object[] given = arguments == null ? new Object[0] : arguments;
            return skipped.contains(method.getName())
                    ? answer
                    : change.of(method.getName(), List.of(given), called(real, method, given));
        });
    }

    private static Object called(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            Object answer = method.invoke(real, arguments);
            return answer == null ? NOTHING : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> port, InvocationHandler handler) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, handler));
    }
}
