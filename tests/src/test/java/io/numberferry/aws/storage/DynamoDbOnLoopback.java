package io.numberferry.aws.storage;

import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB with the journal's and the quotas' tables, in memory.
final class DynamoDbOnLoopback {
    static final String JOURNAL = "journal";
    static final String QUOTAS = "quotas";

    private final LocalDynamoDBRequestHandler engine = new LocalDynamoDBRequestHandler(0, true, null, true, false);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server, 1, 1);
    private final DynamoDbClient client;

    DynamoDbOnLoopback() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new LocalDynamoDBServerHandler(engine, null));
        server.start();
        client = clientOver(Clients.http());
        client.createTable(request -> request.tableName(JOURNAL)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("batch", KeyType.HASH), key("line", KeyType.RANGE))
                .attributeDefinitions(typed("batch", ScalarAttributeType.S), typed("line", ScalarAttributeType.N)));
        client.createTable(request -> request.tableName(QUOTAS)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("api", KeyType.HASH))
                .attributeDefinitions(typed("api", ScalarAttributeType.S)));
    }

    DynamoDbClient client() {
        return client;
    }

    DynamoDbClient clientOver(SdkHttpClient http) {
        URI uri = URI.create("http://127.0.0.1:" + connector.getLocalPort());
        return Clients.local(DynamoDbClient.builder(), uri).httpClient(http).build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition typed(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    void stop() throws Exception {
        client.close();
        server.stop();
        engine.shutdown();
    }
}
