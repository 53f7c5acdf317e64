package io.numberferry.function;

import io.numberferry.aws.AccessKeys;
import io.numberferry.aws.AwsClients;
import io.numberferry.aws.AwsService;
import io.numberferry.aws.AwsSettings;
import io.numberferry.aws.Timeouts;
import io.numberferry.aws.ports.AwsPorts;
import io.numberferry.aws.storage.PlanFiles;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.sandbox.local.LocalAccount;
import io.numberferry.sandbox.local.LocalS3;
import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An S3 on loopback with the two buckets of a deployment.
final class Storage implements AutoCloseable {
    static final String INPUT = "numberferry-input";
    static final String OUTPUT = "numberferry-output";

    private final LocalS3 s3 = LocalS3.start(Optional.empty());

    Storage() {
        s3.createBucket(INPUT);
        s3.createBucket(OUTPUT);
    }

    URI uri() {
        return s3.uri();
    }

    S3Objects objects() {
        Map<AwsService, URI> endpoints =
                Arrays.stream(AwsService.values()).collect(Collectors.toMap(Function.identity(), _ -> s3.uri()));
        AccessKeys keys = new AccessKeys(LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY);
        AwsSettings settings = new AwsSettings(LocalAccount.REGION, endpoints, Optional.of(keys));
        return new AwsPorts(new AwsClients(settings, Timeouts.standard()), InstantSource.system())
                .objects(Optional.empty());
    }

    PlanFiles files() {
        return new PlanFiles(objects(), OUTPUT);
    }

    @Override
    public void close() {
        s3.close();
    }
}
