package io.numberferry.sandbox.simulator.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.wire.Json;
import java.util.List;

/// What holds for numbers that a world does not mention.
///
/// @param connect whether the first touch can find them owned, or only free to claim
/// @param chime whether they are owned
public record Unlisted(InConnect connect, InChime chime) {
    static final Unlisted PERMISSIVE = new Unlisted(InConnect.FREE, InChime.OWNED);

    public enum InConnect implements Named {
        /// Free to claim until a claim, or an expectation of the sandbox, says otherwise.
        FREE("free"),
        /// Free to claim when a claim is the first to name it, owned when a list with its full number as
        /// prefix is.
        OWNED("owned");

        private final String wireName;

        InConnect(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    public enum InChime implements Named {
        /// Owned and unassigned, unless Connect holds the number.
        OWNED("owned"),
        ABSENT("absent");

        private final String wireName;

        InChime(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    static Unlisted read(Fields in) {
        return in.end(new Unlisted(
                in.choice("connect", List.of(InConnect.values())).orElse(InConnect.FREE),
                in.choice("chime", List.of(InChime.values())).orElse(InChime.OWNED)));
    }

    ObjectNode toJson() {
        return Json.object().put("connect", connect.wireName()).put("chime", chime.wireName());
    }
}
