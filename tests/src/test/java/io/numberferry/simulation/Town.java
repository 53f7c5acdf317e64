package io.numberferry.simulation;

import io.numberferry.apply.FakeChime;
import io.numberferry.apply.FakeConnect;
import io.numberferry.apply.InMemoryJournal;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Target;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/// The services and stores of a simulated account.
record Town(VirtualTime time, FakeConnect connect, FakeChime chime, InMemoryJournal journal, Rates rates) {
    private static final Target.OnChime GROUP = new Target.VoiceConnectorGroup(Wish.GROUP);

    Town(VirtualTime time, Rates rates) {
        this(time, new FakeConnect(time), new FakeChime(time), new InMemoryJournal(), rates);
    }

    /// Gives a row the number that it is about, as it mostly stands before such a row.
    void prepare(Wish wish, Random random) {
        PhoneNumber number = wish.number();
        boolean usual = random.nextInt(8) > 0;
        switch (wish.kind()) {
            case CLAIM -> {
                if (!usual) {
                    connect.own(number, random.nextBoolean() ? Samples.OREGON : Samples.OHIO);
                }
            }
            case MOVE, DESCRIPTION, TAGS, ATTACH, DETACH, RELEASE -> {
                if (usual) {
                    connect.own(number, Samples.OREGON, "another-flow");
                    connect.tagged(number, Samples.tags("desk", "none", "floor", "1"));
                }
            }
            case ASSOCIATE -> chime.hold(number, usual ? FakeChime.FREE : FakeChime.at(FakeChime.FREE, Samples.SOUTH));
            case DISASSOCIATE -> chime.hold(number, usual ? FakeChime.at(FakeChime.FREE, GROUP) : FakeChime.FREE);
            case NAME -> chime.hold(number, FakeChime.FREE);
        }
    }

    /// Claims and moves of some numbers fail after they were accepted, some of them once only.
    void failLater(Wish wish, Random random) {
        if (random.nextBoolean()) {
            connect.failsOnce(wish.number(), "limit reached");
        } else {
            connect.failsLater(wish.number(), "internal failure");
        }
    }

    void claimsTake(Random random, boolean long_) {
        connect.finishing(() -> Duration.ofMillis(long_ ? random.nextLong(60_000) : random.nextLong(3_000)));
    }

    /// Tells whether a row's number is now as the row wants it.
    boolean isAsWanted(Wish wish) {
        PhoneNumber number = wish.number();
        return switch (wish.kind()) {
            case CLAIM -> connect.isClaimed(number, Samples.OREGON);
            case MOVE -> connect.isClaimed(number, Samples.OHIO);
            case DESCRIPTION -> connect.descriptionOf(number).equals(Optional.of(wish.description()));
            case TAGS -> connect.tagsOf(number).equals(Optional.of(wish.tags()));
            case ATTACH -> connect.flowOf(number, Samples.OREGON).equals(Optional.of(Samples.FLOW));
            case DETACH -> connect.flowOf(number, Samples.OREGON).isEmpty();
            case RELEASE -> connect.targetOf(number).isEmpty();
            case ASSOCIATE -> chime.standing(number).association().equals(Optional.of(Wish.GROUP));
            case DISASSOCIATE -> !chime.standing(number).association().equals(Optional.of(Wish.GROUP));
            case NAME -> chime.standing(number).name().equals(wish.name());
        };
    }
}
