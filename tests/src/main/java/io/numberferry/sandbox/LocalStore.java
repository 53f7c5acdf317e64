package io.numberferry.sandbox;

import io.numberferry.aws.AccessKeys;
import io.numberferry.aws.AwsClients;
import io.numberferry.aws.AwsService;
import io.numberferry.aws.AwsSettings;
import io.numberferry.aws.Timeouts;
import io.numberferry.sandbox.local.LocalAccount;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What the sandbox itself does with its S3 and DynamoDB: uploads, downloads and a look at how far a job has
/// come.
final class LocalStore implements AutoCloseable {
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;

    LocalStore(URI s3Uri, URI dynamoDbUri) {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        for (AwsService service : AwsService.values()) {
            endpoints.put(service, s3Uri);
        }
        endpoints.put(AwsService.DYNAMODB, dynamoDbUri);
        AwsClients clients = new AwsClients(
                new AwsSettings(
                        LocalAccount.REGION,
                        endpoints,
                        Optional.of(new AccessKeys(LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY))),
                Timeouts.standard());
        this.s3 = clients.s3();
        this.dynamoDb = clients.dynamoDb();
    }

    /// Uploads a manifest.
    ///
    /// @return its ETag, without quotes
    String upload(Path file, String key, Map<String, String> metadata) {
        return s3.putObject(
                        request -> request.bucket(Laptop.INPUT_BUCKET)
                                .key(key)
                                .metadata(metadata)
                                .contentType("text/csv"),
                        RequestBody.fromFile(file))
                .eTag()
                .replace("\"", "");
    }

    InputStream open(String bucket, String key) throws IOException {
        try {
            return s3.getObject(request -> request.bucket(bucket).key(key));
        } catch (S3Exception e) {
            throw new IOException("s3://" + bucket + "/" + key + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Copies every object below a prefix of the output bucket into a directory.
    void download(String prefix, Path directory) throws IOException {
        Files.createDirectories(directory);
        List<S3Object> objects = s3.listObjectsV2(
                        request -> request.bucket(Laptop.OUTPUT_BUCKET).prefix(prefix))
                .contents();
        for (S3Object object : objects) {
            try (InputStream content = open(Laptop.OUTPUT_BUCKET, object.key())) {
                Path target = directory.resolve(object.key().substring(prefix.length()));
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    boolean exists(String key) {
        return s3.listObjectsV2(request ->
                        request.bucket(Laptop.OUTPUT_BUCKET).prefix(key).maxKeys(1))
                .hasContents();
    }

    /// How many rows of a batch have their outcome.
    int done(String batchKey) {
        return dynamoDb
                .queryPaginator(request -> request.tableName(Laptop.JOURNAL_TABLE)
                        .select(Select.COUNT)
                        .keyConditionExpression("#batch = :batch AND #line > :zero")
                        .filterExpression("#state = :done")
                        .expressionAttributeNames(Map.of("#batch", "batch", "#line", "line", "#state", "state"))
                        .expressionAttributeValues(Map.of(
                                ":batch", AttributeValue.fromS(batchKey),
                                ":zero", AttributeValue.fromN("0"),
                                ":done", AttributeValue.fromS("DONE"))))
                .stream()
                .mapToInt(page -> page.count())
                .sum();
    }

    @Override
    public void close() {
        s3.close();
        dynamoDb.close();
    }
}
