package io.numberferry.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

class LocalDynamoDbTest {
    private static final LocalDynamoDb SERVICE = LocalDynamoDb.start(Optional.empty());

    private static final DynamoDbClient CLIENT = Clients.dynamoDb(SERVICE.uri());

    @BeforeAll
    static void createTable() {
        SERVICE.createTable("Journal", TableKey.string("job"), Optional.of(TableKey.number("line")));
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        LoopbackAssert.assertOnlyLoopback(SERVICE.uri());
    }

    @Test
    void tableHasTheKeysThatWereAskedFor() {
        assertThat(CLIENT.describeTable(table -> table.tableName("Journal"))
                        .table()
                        .keySchema())
                .containsExactly(
                        KeySchemaElement.builder()
                                .attributeName("job")
                                .keyType(KeyType.HASH)
                                .build(),
                        KeySchemaElement.builder()
                                .attributeName("line")
                                .keyType(KeyType.RANGE)
                                .build());
    }

    @Test
    void tableThatIsThereKeepsItsItems() {
        assertThat(put(CLIENT, "stays", 1)).isTrue();

        SERVICE.createTable("Journal", TableKey.string("job"), Optional.of(TableKey.number("line")));

        assertThat(put(CLIENT, "stays", 1)).isFalse();
    }

    @Test
    void oneOfManyWritersPutsAnItemThatMustNotExist() throws Exception {
        for (int round = 0; round < 10; round++) {
            int line = round;

            assertThat(Race.of(16, _ -> put(CLIENT, "race", line)))
                    .containsOnlyOnce(true)
                    .contains(false);
        }
    }

    @Test
    void itemsOnDiskAreThereAfterARestart(@TempDir Path directory) {
        try (var service = LocalDynamoDb.start(Optional.of(directory))) {
            service.createTable("Journal", TableKey.string("job"), Optional.of(TableKey.number("line")));
            assertThat(put(Clients.dynamoDb(service.uri()), "restart", 1)).isTrue();
        }

        try (var service = LocalDynamoDb.start(Optional.of(directory))) {
            assertThat(put(Clients.dynamoDb(service.uri()), "restart", 1)).isFalse();
        }
    }

    /// False when the item is there already.
    private static boolean put(DynamoDbClient client, String job, int line) {
        try {
            client.putItem(put -> put.tableName("Journal")
                    .item(Map.of(
                            "job", AttributeValue.fromS(job),
                            "line", AttributeValue.fromN(String.valueOf(line))))
                    .conditionExpression("attribute_not_exists(job)"));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }
}
