package io.numberferry.sandbox.simulator.connect;

import io.numberferry.sandbox.simulator.wire.ErrorType;
import io.numberferry.sandbox.simulator.wire.Members;
import io.numberferry.sandbox.simulator.wire.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads and checks what several operations of Connect take.
///
/// The patterns of phone numbers are those the API reference means; as printed there they are escaped twice.
final class Parameters {
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9][0-9]{1,14}");
    private static final Pattern PREFIX = Pattern.compile("\\+[0-9]{1,11}");
    private static final Pattern CLIENT_TOKEN =
            Pattern.compile("[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}");
    private static final Pattern TAG_KEY = Pattern.compile("(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*");
    private static final int DESCRIPTION_LENGTH = 500;
    private static final int TAGS = 50;
    private static final int TAG_KEY_LENGTH = 128;
    private static final int TAG_VALUE_LENGTH = 256;

    private Parameters() {}

    static String required(Members body, String name) {
        return body.text(name).filter(text -> !text.isEmpty()).orElseThrow(() -> invalid(name + " is required"));
    }

    static String phoneNumber(Members body) {
        String number = required(body, "PhoneNumber");
        if (!PHONE_NUMBER.matcher(number).matches()) {
            throw invalid("PhoneNumber is not in E.164 format");
        }
        return number;
    }

    static Optional<String> prefix(Members body) {
        Optional<String> prefix = body.text("PhoneNumberPrefix");
        if (prefix.filter(text -> !PREFIX.matcher(text).matches()).isPresent()) {
            throw invalid("PhoneNumberPrefix must be + and at most 11 digits");
        }
        return prefix;
    }

    /// The documented form of ClaimPhoneNumber's token; the other operations document none.
    static void checkClientToken(Members body) {
        if (body.text("ClientToken")
                .filter(token -> !CLIENT_TOKEN.matcher(token).matches())
                .isPresent()) {
            throw invalid("ClientToken is not a lower-case UUID");
        }
    }

    /// Empty when it is absent.
    static String description(Members body) {
        String description = body.text("PhoneNumberDescription").orElse("");
        if (description.length() > DESCRIPTION_LENGTH) {
            throw invalid("PhoneNumberDescription is longer than " + DESCRIPTION_LENGTH + " characters");
        }
        return description;
    }

    static Optional<Map<String, String>> tags(Members body, String name) {
        Optional<Map<String, String>> tags = body.textMap(name);
        tags.ifPresent(Parameters::checkTags);
        return tags;
    }

    private static void checkTags(Map<String, String> tags) {
        if (tags.isEmpty()) {
            throw invalid("a resource can be given 1 to " + TAGS + " tags");
        }
        checkRoom(tags);
        tags.forEach((key, value) -> {
            checkKey(key);
            if (value.length() > TAG_VALUE_LENGTH) {
                throw invalid("the tag " + key + " is not allowed");
            }
        });
    }

    static void checkKey(String key) {
        if (key.isEmpty()
                || key.length() > TAG_KEY_LENGTH
                || !TAG_KEY.matcher(key).matches()) {
            throw invalid("the tag " + key + " is not allowed");
        }
    }

    /// The limit on the tags of one resource. Those that AWS sets itself do not count.
    static void checkRoom(Map<String, String> tags) {
        if (tags.keySet().stream().filter(key -> !key.startsWith("aws:")).count() > TAGS) {
            throw invalid("a resource can be given 1 to " + TAGS + " tags");
        }
    }

    static Refusal invalid(String message) {
        return ErrorType.INVALID_PARAMETER.refusal(message);
    }

    static Refusal notFound(String what) {
        return ErrorType.RESOURCE_NOT_FOUND.refusal(what + " was not found");
    }
}
