package io.numberferry.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import io.numberferry.domain.Reason;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON that may stand inside a `script` element: no text in it can end the element or begin a comment.
final class PageJson {
    private static final JsonFactory JSON =
            new JsonFactoryBuilder().characterEscapes(new HtmlEscapes()).build();

    private static final List<Urgency> URGENCIES = List.of(Urgency.values());

    /// Every code with its outcome, its advice and its place in the order of the page, by the index that the
    /// rows have.
    static final String CODES = codes();

    private PageJson() {}

    static JsonGenerator to(Writer out) throws IOException {
        return JSON.createGenerator(out);
    }

    private static String codes() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = to(text)) {
            json.writeStartArray();
            for (Reason reason : Reason.values()) {
                json.writeStartArray();
                json.writeString(reason.name());
                json.writeString(reason.status().name());
                json.writeString(reason.advice());
                json.writeNumber(URGENCIES.indexOf(Urgency.of(reason)));
                json.writeEndArray();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// What JSON asks for, and the characters that mean something in HTML.
    private static final class HtmlEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
            escapes['<'] = CharacterEscapes.ESCAPE_STANDARD;
            escapes['>'] = CharacterEscapes.ESCAPE_STANDARD;
            escapes['&'] = CharacterEscapes.ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == '\u2028' || character == '\u2029'
                    ? new SerializedString("\\u%04X".formatted(character))
                    : null;
        }
    }
}
