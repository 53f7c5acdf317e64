package io.numberferry.sandbox.local;

import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// One attribute of a table's primary key.
///
/// @param type `S` string, `N` number or `B` binary
public record TableKey(String name, ScalarAttributeType type) {
    public static TableKey string(String name) {
        return new TableKey(name, ScalarAttributeType.S);
    }

    public static TableKey number(String name) {
        return new TableKey(name, ScalarAttributeType.N);
    }

    static CreateTableRequest tableRequest(String table, TableKey partition, Optional<TableKey> sort) {
        return CreateTableRequest.builder()
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(Stream.concat(
                                Stream.of(partition.schema(KeyType.HASH)),
                                sort.stream().map(key -> key.schema(KeyType.RANGE)))
                        .toList())
                .attributeDefinitions(Stream.concat(Stream.of(partition), sort.stream())
                        .map(TableKey::definition)
                        .toList())
                .build();
    }

    private KeySchemaElement schema(KeyType keyType) {
        return KeySchemaElement.builder().attributeName(name).keyType(keyType).build();
    }

    private AttributeDefinition definition() {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
