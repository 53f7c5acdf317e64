package io.numberferry.aws.storage;

import io.numberferry.domain.NumberId;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import java.util.Map;
import java.util.Optional;

/// A standing as flat JSON. Which texts are present depends on the kind.
record StandingLine(
        Kind kind,
        Optional<String> numberId,
        Optional<String> numberArn,
        Optional<String> targetArn,
        Optional<String> flowId,
        Optional<String> description,
        Optional<String> productType,
        Optional<String> callingName,
        Optional<Boolean> callingNamePending,
        Optional<String> name,
        Optional<String> association,
        Optional<Map<String, String>> tags) {

    enum Kind {
        NOT_READ,
        ABSENT,
        CONNECT,
        CHIME,
        CONNECT_FORESEEN,
        CHIME_FORESEEN
    }

    static StandingLine of(Standing standing) {
        return switch (standing) {
            case Standing.NotRead() -> bare(Kind.NOT_READ);
            case Standing.Absent() -> bare(Kind.ABSENT);
            case Standing.Foreseen(Standing then) -> of(then).thatIsForeseen();
            case Standing.OnConnect held -> onConnect(held);
            case Standing.OnChime held -> onChime(held);
        };
    }

    private static StandingLine bare(Kind kind) {
        Optional<String> none = Optional.empty();
        return new StandingLine(
                kind, none, none, none, none, none, none, none, Optional.empty(), none, none, Optional.empty());
    }

    private static StandingLine onConnect(Standing.OnConnect held) {
        Optional<String> none = Optional.empty();
        return new StandingLine(
                Kind.CONNECT,
                Optional.of(held.number().id()),
                Optional.of(held.number().arn()),
                Optional.of(held.targetArn()),
                held.flowId(),
                Optional.of(held.description()),
                none,
                none,
                Optional.empty(),
                none,
                none,
                held.tags().map(Tags::byKey));
    }

    private static StandingLine onChime(Standing.OnChime held) {
        Optional<String> none = Optional.empty();
        return new StandingLine(
                Kind.CHIME,
                none,
                none,
                none,
                none,
                none,
                Optional.of(held.productType()),
                Optional.of(held.callingName()),
                Optional.of(held.callingNamePending()),
                Optional.of(held.name()),
                held.association(),
                Optional.empty());
    }

    private StandingLine thatIsForeseen() {
        Kind foreseen = kind == Kind.CONNECT ? Kind.CONNECT_FORESEEN : Kind.CHIME_FORESEEN;
        return new StandingLine(
                foreseen,
                numberId,
                numberArn,
                targetArn,
                flowId,
                description,
                productType,
                callingName,
                callingNamePending,
                name,
                association,
                tags);
    }

    /// @throws java.util.NoSuchElementException when a value is absent that the kind needs
    Standing standing() {
        return switch (kind) {
            case NOT_READ -> new Standing.NotRead();
            case ABSENT -> new Standing.Absent();
            case CONNECT -> onConnect();
            case CHIME -> onChime();
            case CONNECT_FORESEEN -> new Standing.Foreseen(onConnect());
            case CHIME_FORESEEN -> new Standing.Foreseen(onChime());
        };
    }

    private Standing.OnConnect onConnect() {
        return new Standing.OnConnect(
                new NumberId(numberId.orElseThrow(), numberArn.orElseThrow()),
                targetArn.orElseThrow(),
                flowId,
                description.orElseThrow(),
                tags.map(Tags::of));
    }

    private Standing.OnChime onChime() {
        return new Standing.OnChime(
                productType.orElseThrow(),
                callingName.orElseThrow(),
                callingNamePending.orElseThrow(),
                name.orElseThrow(),
                association);
    }
}
