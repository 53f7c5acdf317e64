package io.numberferry.apply;

import io.numberferry.domain.ClientToken;
import io.numberferry.domain.Reply;
import io.numberferry.throttle.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What a service remembers of client tokens.
final class TokenMemory {
    private final VirtualTime time;
    private final Set<ClientToken> tokens = new LinkedHashSet<>();
    private final Map<ClientToken, Instant> seen = new HashMap<>();
    private Duration length = ChronoUnit.FOREVER.getDuration();

    TokenMemory(VirtualTime time) {
        this.time = time;
    }

    /// A token that comes again so much later is treated as if it had never been seen.
    void lasts(Duration duration) {
        length = duration;
    }

    /// The tokens that came, in order, each once.
    Set<ClientToken> tokens() {
        return Collections.unmodifiableSet(tokens);
    }

    /// A token that comes again gets the answer that it got before.
    <T> Reply<T> once(ClientToken token, T answer, Supplier<Reply<T>> effect) {
        tokens.add(token);
        Optional<Instant> before = Optional.ofNullable(seen.get(token));
        if (before.filter(this::isRemembered).isPresent()) {
            return Reply.ok(answer);
        }
        Reply<T> reply = effect.get();
        if (reply instanceof Reply.Ok<T>) {
            seen.put(token, time.now());
        }
        return reply;
    }

    private boolean isRemembered(Instant seenAt) {
        return Duration.between(seenAt, time.now()).compareTo(length) < 0;
    }
}
