package io.numberferry.simulation;

import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// A small upload that the seed decides.
record Manifest(String key, List<Wish> rows) {
    private static final int MOST_ROWS = 7;

    /// @param from where its numbers begin; two manifests may share some
    static Manifest of(String key, int from, Random random) {
        List<Wish> rows = new ArrayList<>();
        int count = random.nextInt(1, MOST_ROWS + 1);
        for (int i = 0; i < count; i++) {
            rows.add(wish(i + 2, Samples.number(from + i), random));
        }
        if (random.nextInt(4) == 0) {
            rows.add(onTheSameNumber(rows.size() + 2, rows.get(random.nextInt(count)), random));
        }
        return new Manifest(key, rows);
    }

    private static Wish wish(int line, PhoneNumber number, Random random) {
        Wish.Kind[] kinds = Wish.Kind.values();
        Wish.Kind kind = random.nextInt(3) == 0 ? Wish.Kind.CLAIM : kinds[random.nextInt(kinds.length)];
        boolean flow = switch (kind) {
            case CLAIM, MOVE -> random.nextInt(3) == 0;
            case ATTACH -> true;
            case DESCRIPTION, TAGS, DETACH, RELEASE, ASSOCIATE, DISASSOCIATE, NAME -> false;
        };
        return new Wish(line, number, kind, flow, random.nextInt(12) > 0);
    }

    /// A row that builds on an earlier one, or says the same again.
    private static Wish onTheSameNumber(int line, Wish earlier, Random random) {
        boolean same = random.nextInt(3) == 0 || earlier.kind() == Wish.Kind.RELEASE;
        Wish.Kind detail = line % 2 == 0 ? Wish.Kind.DESCRIPTION : Wish.Kind.TAGS;
        Wish.Kind kind = same ? earlier.kind() : earlier.kind().onConnect() ? detail : Wish.Kind.NAME;
        return new Wish(line, earlier.number(), kind, same && earlier.flow(), earlier.sound());
    }

    byte[] bytes() {
        return rows.stream()
                .map(Wish::record)
                .collect(Collectors.joining("", Wish.HEADER, ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
