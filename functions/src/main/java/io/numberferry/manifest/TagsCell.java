package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import io.numberferry.domain.Tags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads tags: `key=value;key=value`. A backslash before `;`, `=` or a backslash makes it part of the text.
/// A value may contain `=` as it is. Blank pairs are skipped, and at least one must be left: what a formula over
/// empty cells gives is not to remove all tags. The limits are those of `TagMap` in the Connect API reference.
final class TagsCell implements CellParser<Tags> {
    private static final int KEY_CHARS = 128;
    private static final int VALUE_CHARS = 256;
    private static final String NO_TAG_ADVICE =
            "Write %s to remove all tags, or leave the cell blank.".formatted(Clearable.CLEAR);
    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");

    @Override
    public Cell<Tags> parse(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (text.equals(Clearable.CLEAR)) {
            return Cell.of(Tags.none());
        }
        for (String pair : TagPairs.split(text, ';')) {
            Optional<String> fault = CellText.trim(pair).isEmpty() ? Optional.empty() : add(pair, tags);
            if (fault.isPresent()) {
                return Cell.refused(Reason.INVALID_TAGS, fault.get());
            }
        }
        return counted(tags);
    }

    private static Cell<Tags> counted(Map<String, String> tags) {
        if (tags.isEmpty()) {
            return Cell.refused(Reason.INVALID_TAGS, "there is no tag in it", NO_TAG_ADVICE);
        }
        return tags.size() > Tags.MOST
                ? Cell.refused(
                        Reason.INVALID_TAGS,
                        "there are %d tags, and at most %d are allowed".formatted(tags.size(), Tags.MOST))
                : Cell.of(Tags.of(tags));
    }

    private static Optional<String> add(String pair, Map<String, String> tags) {
        List<String> parts = TagPairs.splitOnce(pair, '=');
        if (parts.size() < 2) {
            return Optional.of(CellText.quoted(CellText.trim(pair)) + " has no =");
        }
        Optional<String> strayBackslash =
                parts.stream().filter(TagPairs::hasStrayBackslash).findFirst();
        if (strayBackslash.isPresent()) {
            return Optional.of("a backslash may stand only before ;, = or a backslash, unlike in "
                    + CellText.quoted(CellText.trim(pair)));
        }
        String key = CellText.trim(TagPairs.unescape(parts.getFirst()));
        String value = CellText.trim(TagPairs.unescape(parts.getLast()));
        return keyFault(key)
                .or(() -> valueFault(key, value))
                .or(() -> repeated(key, tags.putIfAbsent(key, value) != null));
    }

    private static Optional<String> keyFault(String key) {
        if (key.isEmpty()) {
            return Optional.of("a tag has no key before its =");
        }
        if (Tags.isOfAws(key)) {
            return Optional.of("the key %s begins with aws:, which is reserved".formatted(CellText.quoted(key)));
        }
        if (key.codePointCount(0, key.length()) > KEY_CHARS) {
            return Optional.of("the key %s is longer than %d characters".formatted(CellText.quoted(key), KEY_CHARS));
        }
        return KEY.matcher(key).matches()
                ? Optional.empty()
                : Optional.of("the key %s has a character other than letters, digits, spaces and _.:/=+-@"
                        .formatted(CellText.quoted(key)));
    }

    private static Optional<String> valueFault(String key, String value) {
        if (value.codePointCount(0, value.length()) > VALUE_CHARS) {
            return Optional.of(
                    "the value of %s is longer than %d characters".formatted(CellText.quoted(key), VALUE_CHARS));
        }
        return CellText.unsendable(value)
                .map(name -> "the value of %s contains the character %s".formatted(CellText.quoted(key), name));
    }

    private static Optional<String> repeated(String key, boolean isRepeated) {
        return isRepeated
                ? Optional.of("the key %s is given more than once".formatted(CellText.quoted(key)))
                : Optional.empty();
    }
}
