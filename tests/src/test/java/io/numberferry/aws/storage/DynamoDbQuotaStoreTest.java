package io.numberferry.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.Quota;
import io.numberferry.throttle.Bucket;
import io.numberferry.throttle.QuotaStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbQuotaStoreTest extends QuotaStoreContract {
    private static DynamoDbOnLoopback dynamoDb;

    @BeforeAll
    static void start() throws Exception {
        dynamoDb = new DynamoDbOnLoopback();
    }

    @AfterAll
    static void stop() throws Exception {
        dynamoDb.stop();
    }

    @Override
    QuotaStore store() {
        for (Map<String, AttributeValue> item : items()) {
            dynamoDb.client()
                    .deleteItem(request ->
                            request.tableName(DynamoDbOnLoopback.QUOTAS).key(Map.of("api", item.get("api"))));
        }
        return another();
    }

    private static QuotaStore another() {
        return new DynamoDbQuotaStore(dynamoDb.client(), DynamoDbOnLoopback.QUOTAS);
    }

    private static List<Map<String, AttributeValue>> items() {
        return dynamoDb.client()
                .scan(request -> request.tableName(DynamoDbOnLoopback.QUOTAS).consistentRead(true))
                .items();
    }

    private static void share(AttributeValue share) {
        dynamoDb.client()
                .updateItem(request -> request.tableName(DynamoDbOnLoopback.QUOTAS)
                        .key(Map.of("api", AttributeValue.fromS("connect:ClaimPhoneNumber")))
                        .updateExpression("SET #share = :share")
                        .expressionAttributeNames(Map.of("#share", "share"))
                        .expressionAttributeValues(Map.of(":share", share)));
    }

    @Test
    void anApisItemIsFlatAndReadable() {
        store().reserve(API, QUOTA, permits(1), NOW);

        assertThat(items())
                .containsExactly(Map.of(
                        "api", AttributeValue.fromS("connect:ClaimPhoneNumber"),
                        "version", AttributeValue.fromN("1"),
                        "fullAt", AttributeValue.fromS("2026-03-01T12:00:00.623456789Z"),
                        "factor", AttributeValue.fromN("1"),
                        "adjustedAt", AttributeValue.fromS("1970-01-01T00:00:00Z")));
    }

    @Test
    void allProcessesShareTheBuckets() {
        store().reserve(API, QUOTA, permits(5), NOW);

        assertThat(another().reserve(API, QUOTA, permits(1), NOW)).containsExactly(NOW.plusMillis(500));
    }

    @Test
    void whatChangesNothingIsNotWritten() {
        QuotaStore store = store();
        store.throttled(API, QUOTA, NOW, NOW.plusSeconds(1));
        store.throttled(API, QUOTA, NOW, NOW.plusSeconds(2));

        assertThat(items()).extracting(item -> item.get("version")).containsExactly(AttributeValue.fromN("1"));
    }

    @Test
    void anOperatorsShareCountsFromTheNextAsk() {
        QuotaStore store = store();
        store.reserve(API, QUOTA, permits(1), NOW);
        share(AttributeValue.fromN("0.25"));
        Quota quarter = new Quota(0.5, 1);
        Instant later = NOW.plusSeconds(60);

        assertThat(store.reserve(API, QUOTA, permits(3), later))
                .isEqualTo(Bucket.full().reserve(quarter, permits(3), later).starts())
                .containsExactly(later, later.plusSeconds(2), later.plusSeconds(4));
        assertThat(items()).extracting(item -> item.get("share")).containsExactly(AttributeValue.fromN("0.25"));
    }

    @Test
    void aShareMayBeSetBeforeTheFirstCall() {
        QuotaStore store = store();
        share(AttributeValue.fromN("0.25"));

        assertThat(store.reserve(API, QUOTA, permits(2), NOW)).containsExactly(NOW, NOW.plusSeconds(2));
    }

    @Test
    void aShareThatIsNoneIsRefused() {
        QuotaStore store = store();
        share(AttributeValue.fromN("0"));
        assertThatThrownBy(() -> store.reserve(API, QUOTA, permits(1), NOW))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessage("The share of connect:ClaimPhoneNumber in the quota table must be a number more than 0 and"
                        + " at most 1; it is AttributeValue(N=0).");

        share(AttributeValue.fromS("half"));
        assertThatThrownBy(() -> store.reserve(API, QUOTA, permits(1), NOW))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageEndingWith("it is AttributeValue(S=half).");
    }

    @Test
    void aLostAnswerLosesPermitsButGivesNoneTwice() {
        store();
        LossyHttp http = new LossyHttp();
        QuotaStore overLossyNet = new DynamoDbQuotaStore(dynamoDb.clientOver(http), DynamoDbOnLoopback.QUOTAS);
        overLossyNet.reserve(API, QUOTA, permits(5), NOW);
        http.loseAnswerAfter(1);

        List<Instant> starts = overLossyNet.reserve(API, QUOTA, permits(2), NOW);

        List<Instant> expected = Bucket.full().reserve(QUOTA, permits(9), NOW).starts();
        assertThat(starts).isEqualTo(expected.subList(7, 9));
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        QuotaStore nowhere = new DynamoDbQuotaStore(dynamoDb.client(), "nowhere");

        assertThatThrownBy(() -> nowhere.reserve(API, QUOTA, permits(1), NOW))
                .isInstanceOf(StorageUnavailableException.class)
                .hasMessageStartingWith(
                        "The quota table nowhere could not be used: Cannot do operations on a" + " non-existent table");
    }
}
