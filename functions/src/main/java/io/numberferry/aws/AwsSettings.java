package io.numberferry.aws;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where the services are: at AWS, with the credentials of the environment, or all of them elsewhere,
/// with keys that are worth nothing.
///
/// There is no mixture. A claim that goes to AWS by mistake cannot be undone, so a local run that forgot
/// one endpoint must not start; and real credentials must not sign requests to an endpoint that is not
/// AWS.
///
/// @param region for example `us-west-2`
/// @param endpoints what to use instead of AWS: empty, or one for each [AwsService]
/// @param keys present exactly when there are endpoints
public record AwsSettings(String region, Map<AwsService, URI> endpoints, Optional<AccessKeys> keys) {
    public AwsSettings {
        endpoints = Map.copyOf(endpoints);
        if (region.isBlank()) {
            throw new IllegalArgumentException("the Region must be set, for example to us-west-2");
        }
        if (!endpoints.isEmpty()) {
            requireAll(endpoints);
        }
        if (keys.isEmpty() != endpoints.isEmpty()) {
            throw new IllegalArgumentException(
                    keys.isEmpty()
                            ? "endpoints are overridden, so access keys must be given: the environment's are for AWS"
                            : "access keys are only for overridden endpoints: at AWS the environment's are used");
        }
    }

    /// The services at AWS, called with the environment's credentials.
    public static AwsSettings atAws(String region) {
        return new AwsSettings(region, Map.of(), Optional.empty());
    }

    /// Tells whether requests go somewhere else than to AWS.
    public boolean elsewhere() {
        return !endpoints.isEmpty();
    }

    private static void requireAll(Map<AwsService, URI> endpoints) {
        String missing = Arrays.stream(AwsService.values())
                .filter(service -> !endpoints.containsKey(service))
                .map(AwsService::endpointVariable)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "some endpoints are overridden and others would be AWS: set " + missing + " too, or none of them");
        }
    }
}
