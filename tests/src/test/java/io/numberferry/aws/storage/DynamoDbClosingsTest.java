package io.numberferry.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.apply.Closings;
import io.numberferry.apply.ClosingsContract;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbClosingsTest extends ClosingsContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static DynamoDbOnLoopback dynamoDb;

    @BeforeAll
    static void start() throws Exception {
        dynamoDb = new DynamoDbOnLoopback();
    }

    @AfterAll
    static void stop() throws Exception {
        dynamoDb.stop();
    }

    private static Closings closingsAt(Instant now) {
        return new DynamoDbClosings(dynamoDb.client(), DynamoDbOnLoopback.JOURNAL, () -> now);
    }

    @Override
    protected Closings closings() {
        return closingsAt(NOW);
    }

    private long expires() {
        Map<String, AttributeValue> item = dynamoDb.client()
                .getItem(request -> request.tableName(DynamoDbOnLoopback.JOURNAL)
                        .key(Map.of(
                                "batch", AttributeValue.fromS("closing/" + job.value()),
                                "line", AttributeValue.fromN("0"))))
                .item();
        return Long.parseLong(Objects.requireNonNull(item.get("expires")).n());
    }

    @Test
    void theItemIsKeptFor90DaysFromItsLastChange() {
        closingsAt(NOW).goesOn(job, "first");
        assertThat(expires()).isEqualTo(NOW.plus(Duration.ofDays(90)).getEpochSecond());

        Instant later = NOW.plus(Duration.ofDays(30));
        closingsAt(later).take(job, NOW, "one");
        assertThat(expires()).isEqualTo(later.plus(Duration.ofDays(90)).getEpochSecond());
    }
}
