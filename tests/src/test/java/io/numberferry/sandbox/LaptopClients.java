package io.numberferry.sandbox;

import io.numberferry.aws.AccessKeys;
import io.numberferry.aws.AwsClients;
import io.numberferry.aws.AwsService;
import io.numberferry.aws.AwsSettings;
import io.numberferry.aws.Timeouts;
import io.numberferry.sandbox.local.LocalAccount;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person has who sits at a laptop: the SDK's clients of its services.
final class LaptopClients {
    private LaptopClients() {}

    static AwsClients of(Laptop laptop) {
        return new AwsClients(
                new AwsSettings(
                        LocalAccount.REGION,
                        Arrays.stream(AwsService.values())
                                .collect(Collectors.toMap(
                                        service -> service,
                                        service ->
                                                URI.create(laptop.environment().get(service.endpointVariable())))),
                        Optional.of(new AccessKeys(LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY))),
                Timeouts.standard());
    }
}
