package io.numberferry.manifest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An Amazon Resource Name, taken apart.
///
/// @param region empty where the ARN has none
/// @param accountId 12 digits
/// @param resource all after the account
record Arn(String text, String partition, String service, String region, String accountId, String resource) {
    private static final Pattern SHAPE =
            Pattern.compile("arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):([0-9]{12}):([A-Za-z0-9_./:$-]+)");
    private static final String UUID_SHAPE = "[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}";
    private static final Pattern UUID = Pattern.compile(UUID_SHAPE);

    static boolean looksLike(String text) {
        return text.regionMatches(true, 0, "arn:", 0, 4);
    }

    static Optional<Arn> parse(String text) {
        Matcher m = SHAPE.matcher(text);
        return m.matches()
                ? Optional.of(new Arn(text, m.group(1), m.group(2), m.group(3), m.group(4), m.group(5)))
                : Optional.empty();
    }

    /// Tells whether a text is a UUID in lower case, as Connect writes its ids.
    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    boolean isOf(String wantedService) {
        return service.equals(wantedService);
    }

    /// The id after a resource type, for example after `instance/`; empty when the resource is something
    /// else.
    Optional<String> idAfter(String type) {
        return resource.startsWith(type) ? Optional.of(resource.substring(type.length())) : Optional.empty();
    }
}
