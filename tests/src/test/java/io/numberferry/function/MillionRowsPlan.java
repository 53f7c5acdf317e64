package io.numberferry.function;

import io.numberferry.apply.ChimeNumbers;
import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.Pace;
import io.numberferry.apply.Page;
import io.numberferry.apply.Services;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.PlanHeader;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.domain.AllowList;
import io.numberferry.domain.Job;
import io.numberferry.domain.JobId;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.ManifestRef;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.NumberLimit;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import io.numberferry.manifest.Home;
import io.numberferry.throttle.InMemoryQuotaStore;
import io.numberferry.throttle.Quotas;
import io.numberferry.throttle.VirtualTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Plans a manifest of a million rows, as a process of its own: `java -Xmx256m`. The account holds the numbers of
/// them all, and Connect's each have a flow. Says how many rows were planned and how many different lines are in
/// the plan's files.
final class MillionRowsPlan {
    static final int ROWS = 1_000_000;

    /// Numbers that each of the two services holds.
    private static final int HELD = ROWS / 2;

    private static final String INPUT = "input";
    private static final String OUTPUT = "output";
    private static final String KEY = "run/million.csv";
    private static final String INSTANCE = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String FROM =
            "arn:aws:connect:us-west-2:111122223333:instance/aaaaaaaa-0000-4000-8000-000000000002";
    private static final String GROUP = "vcg/abcdef1ghij2klmno3pqr4";
    private static final Pattern LINE = Pattern.compile("\"line\":(\\d+)");

    private MillionRowsPlan() {}

    /// @param arguments the directory for all that is stored
    public static void main(String[] arguments) throws IOException, InterruptedException {
        FileS3 s3 = new FileS3(Path.of(arguments[0]));
        write(s3.file(INPUT, KEY));
        S3Objects objects = new S3Objects(s3, Optional.empty());
        VirtualTime time = VirtualTime.inOrder();
        Pace pace = new Pace(Quotas.defaults(), new InMemoryQuotaStore(), time, new Random(1));
        JobPlanner planner = new JobPlanner(
                objects,
                new PlanFiles(objects, OUTPUT),
                new Services(connect(), chime(), 50),
                _ -> Reply.ok(new Page<>(List.of(), Optional.empty())),
                _ -> new NumberLimit.Known(ROWS),
                pace,
                new Home("us-west-2", Optional.empty()));
        PlanHeader plan = planner.plan(
                job(), "attempt", AllowList.ofEverything(), time.now().plus(Duration.ofDays(1)));
        System.out.printf(
                "rows %d, to do %d, different lines %d%n",
                plan.rows(), plan.rows() - plan.settled(), linesBelow(s3.file(OUTPUT, "jobs")));
    }

    private static Job job() {
        ManifestRef manifest = new ManifestRef(INPUT, KEY, Optional.of("v1"), "etag", 1);
        return new Job(JobId.of(manifest), manifest, JobSettings.asWritten(), VirtualTime.START);
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("phone_number,operation,target,note\n");
            for (int row = 0; row < ROWS; row++) {
                text.write(number(row).e164() + ',' + work(row) + ",row " + row + '\n');
            }
        }
    }

    private static String work(int row) {
        return row < HELD ? "move," + INSTANCE : "associate," + GROUP;
    }

    /// Fictional numbers: 100 of each of 10,000 made-up area codes, which a plan does not look at.
    private static PhoneNumber number(int row) {
        return new PhoneNumber("+1%04d55501%02d".formatted(row / 100, row % 100));
    }

    private static ConnectNumbers connect() {
        return fake(ConnectNumbers.class, (method, arguments) -> switch (method) {
            case "list" -> page(arguments[1], 1_000, 0, MillionRowsPlan::onConnect);
            case "listFlowAssociations" ->
                page(
                        arguments[1],
                        1_000,
                        0,
                        row -> new ConnectNumbers.FlowAssociation(id(row).arn(), new UUID(2, row % 10).toString()));
            case "listFlows" -> Reply.ok(new Page<>(List.of(), Optional.empty()));
            case "find" -> Reply.ok(Optional.of(new ConnectNumbers.Place(INSTANCE, "ACTIVE")));
            default -> throw new IllegalStateException("a plan does not " + method);
        });
    }

    private static ChimeNumbers chime() {
        return fake(ChimeNumbers.class, (method, arguments) -> switch (method) {
            case "list" -> page(arguments[0], 100, HELD, MillionRowsPlan::onChime);
            case "exists" -> Reply.ok(true);
            default -> throw new IllegalStateException("a plan does not " + method);
        });
    }

    private static ConnectNumbers.Held onConnect(int row) {
        return new ConnectNumbers.Held(number(row), id(row), FROM, "Desk " + row);
    }

    private static ChimeNumbers.Held onChime(int row) {
        return new ChimeNumbers.Held(
                number(row),
                new Standing.OnChime("VoiceConnector", "Caller " + row, false, "Desk " + row, Optional.empty()));
    }

    private static NumberId id(int row) {
        String id = new UUID(1, row).toString();
        return new NumberId(id, "arn:aws:connect:us-west-2:111122223333:phone-number/" + id);
    }

    /// @param token an Optional of the first row's number
    private static <T> Reply<Page<T>> page(Object token, int size, int first, IntFunction<T> entry) {
        int from = ((Optional<?>) token)
                .map(text -> Integer.parseInt((String) text))
                .orElse(first);
        int to = Math.min(from + size, first + HELD);
        List<T> entries = IntStream.range(from, to).mapToObj(entry).toList();
        return Reply.ok(new Page<>(entries, to < first + HELD ? Optional.of("" + to) : Optional.empty()));
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> port, Answers answers) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (_, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private static int linesBelow(Path plan) throws IOException {
        BitSet seen = new BitSet();
        try (Stream<Path> files = Files.walk(plan)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    lines.map(LINE::matcher)
                            .filter(Matcher::find)
                            .forEach(line -> seen.set(Integer.parseInt(line.group(1))));
                }
            }
        }
        return seen.cardinality();
    }
}
