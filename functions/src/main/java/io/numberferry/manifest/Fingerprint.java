package io.numberferry.manifest;

import io.numberferry.domain.FlowName;
import io.numberferry.domain.Operation;
import java.util.Optional;

/// A number that stands for everything an operation asks for: the same for the same wish, however it is
/// spelt.
final class Fingerprint {
    /// FNV-1a over UTF-16, 64 bits, with the finish of SplitMix64: two different wishes for one number
    /// share a fingerprint once in 10^19 times.
    private static final long OFFSET = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    static long of(Operation operation) {
        return hash(text(operation));
    }

    /// Stands for the target alone; 0 for an operation without one.
    static int ofTarget(Operation operation) {
        return operation.targeted().map(target -> (int) hash(target.id())).orElse(0);
    }

    private static String text(Operation operation) {
        String target = operation.targeted().map(at -> at.id()).orElse("");
        return switch (operation) {
            case Operation.Claim claim ->
                join(
                        target,
                        flow(claim.flow()),
                        claim.description(),
                        claim.tags().text());
            case Operation.Move move -> join(target, id(move.numberId()), flow(move.flow()));
            case Operation.AttachFlow attach -> join(target, id(attach.numberId()), flow(Optional.of(attach.flow())));
            case Operation.DetachFlow detach -> join(target, id(detach.numberId()));
            case Operation.ChangeDetails change ->
                join(
                        id(change.numberId()),
                        change.description().toString(),
                        change.tags().toString());
            case Operation.Release release -> join(id(release.numberId()));
            case Operation.Describe describe -> join(id(describe.numberId()));
            case Operation.Associate associate -> join(target, Boolean.toString(associate.force()));
            case Operation.Disassociate _ -> target;
            case Operation.Update update ->
                join(
                        update.productType().toString(),
                        update.callingName().toString(),
                        update.name().toString());
        };
    }

    private static String join(String... values) {
        return String.join("\n", values);
    }

    private static String flow(Optional<FlowName> flow) {
        return flow.map(name -> Arn.looksLike(name.text()) ? lastPart(name.text()) : name.text())
                .orElse("");
    }

    private static String id(Optional<String> id) {
        return id.map(Fingerprint::lastPart).orElse("");
    }

    private static String lastPart(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }

    private static long hash(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
