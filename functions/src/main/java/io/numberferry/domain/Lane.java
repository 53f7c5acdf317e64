package io.numberferry.domain;

import java.util.Locale;

/// The calls that share one account, Region and service. The account is the one the functions run in.
///
/// @param service the service called
/// @param region the Region's code, for example `us-west-2`
public record Lane(Service service, String region) {
    /// A short name for keys and log lines, for example `connect-us-west-2`.
    public String label() {
        return service.name().toLowerCase(Locale.ROOT) + "-" + region;
    }

    /// @throws IllegalArgumentException when the text is not a label
    public static Lane ofLabel(String label) {
        int dash = label.indexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("a lane is service-region, not " + label);
        }
        return new Lane(Service.valueOf(label.substring(0, dash).toUpperCase(Locale.ROOT)), label.substring(dash + 1));
    }
}
