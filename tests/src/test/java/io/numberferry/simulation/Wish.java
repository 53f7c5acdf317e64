package io.numberferry.simulation;

import io.numberferry.domain.Api;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Tags;
import java.util.List;

/// A row of a simulated manifest, as its author means it.
///
/// @param line its 1-based line
/// @param flow whether the row names a flow, too
/// @param sound whether it can be read at all; if not, its number is written with a letter
record Wish(int line, PhoneNumber number, Kind kind, boolean flow, boolean sound) {
    static final String HEADER = "phone_number,operation,target,flow,description,tags,name\n";
    static final String GROUP = "abcdef1ghij2klmno3pqr4";

    enum Kind {
        CLAIM("claim", "claim", true),
        MOVE("move", "move", true),
        DESCRIPTION("update", "update", true),
        TAGS("update", "tag", true),
        ATTACH("associate", "attach", true),
        DETACH("disassociate", "detach", true),
        RELEASE("release", "release", true),
        ASSOCIATE("associate", "associate", false),
        DISASSOCIATE("disassociate", "disassociate", false),
        NAME("update", "Name", false);

        private final String word;
        private final String effect;
        private final boolean onConnect;

        Kind(String word, String effect, boolean onConnect) {
            this.word = word;
            this.effect = effect;
            this.onConnect = onConnect;
        }

        /// What the fake services call what it does.
        String effect() {
            return effect;
        }

        boolean onConnect() {
            return onConnect;
        }
    }

    boolean does(String effect) {
        return kind.effect.equals(effect)
                || (flow && effect.equals("attach"))
                || (kind == Kind.TAGS && effect.equals("untag"));
    }

    /// Tells whether a row's own call may be of this API.
    boolean sends(Api api) {
        return switch (kind) {
            case CLAIM -> api == Api.CLAIM_PHONE_NUMBER || (flow && api == Api.ASSOCIATE_CONTACT_FLOW);
            case MOVE -> api == Api.UPDATE_PHONE_NUMBER || (flow && api == Api.ASSOCIATE_CONTACT_FLOW);
            case DESCRIPTION -> api == Api.UPDATE_PHONE_NUMBER_METADATA;
            case TAGS -> api == Api.TAG_RESOURCE || api == Api.UNTAG_RESOURCE;
            case ATTACH -> api == Api.ASSOCIATE_CONTACT_FLOW;
            case DETACH -> api == Api.DISASSOCIATE_CONTACT_FLOW;
            case RELEASE -> api == Api.RELEASE_PHONE_NUMBER;
            case ASSOCIATE -> api == Api.ASSOCIATE_WITH_GROUP;
            case DISASSOCIATE -> api == Api.DISASSOCIATE_FROM_GROUP;
            case NAME -> api == Api.UPDATE_CHIME_NUMBER || api == Api.BATCH_UPDATE_CHIME_NUMBERS;
        };
    }

    String description() {
        return "Desk " + line;
    }

    Tags tags() {
        return Samples.tags("desk", Integer.toString(line));
    }

    String name() {
        return "desk-" + line;
    }

    String record() {
        return String.join(",", cells()) + "\n";
    }

    private List<String> cells() {
        String text = sound ? number.e164() : number.e164().replace('0', 'O');
        String target = switch (kind) {
            case CLAIM, ATTACH, DETACH -> Samples.OREGON.arn().orElseThrow();
            case MOVE -> Samples.OHIO.arn().orElseThrow();
            case ASSOCIATE, DISASSOCIATE -> "vcg/" + GROUP;
            case DESCRIPTION, TAGS, RELEASE, NAME -> "";
        };
        return List.of(
                text,
                kind.word,
                target,
                flow ? Samples.FLOW : "",
                kind == Kind.DESCRIPTION ? description() : "",
                kind == Kind.TAGS ? tags().text() : "",
                kind == Kind.NAME ? name() : "");
    }
}
