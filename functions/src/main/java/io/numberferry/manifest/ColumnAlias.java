package io.numberferry.manifest;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people call the columns.
final class ColumnAlias {
    /// A line for each column: its title, then the other names. docs/MANIFEST.md has the same table.
    private static final String TABLE = """
            phone_number: phone, number, e164, e164_number, e164_phone_number, phone_number_e164
            phone_number: telephone, telephone_number, tel, msisdn, did, ddi, tn
            operation: op, action
            phone_number_id: number_id
            target: target_arn, target_id, instance, instance_id, instance_arn
            target: connect_instance, connect_instance_id, connect_instance_arn
            target: traffic_distribution_group, traffic_distribution_group_arn, tdg, tdg_arn
            target: voice_connector_group, voice_connector_group_id, voice_connector_group_arn
            target: voice_connector, voice_connector_id, voice_connector_arn
            flow: flow_id, flow_arn, flow_name
            flow: contact_flow, contact_flow_id, contact_flow_arn, contact_flow_name
            description: desc, phone_number_description, number_description
            tags: tag
            product_type: product
            calling_name: outbound_calling_name, caller_name, cnam
            name: phone_number_name, number_name
            force: force_associate
            """;

    private static final Map<String, Column> BY_KEY = Stream.concat(titles(), aliases())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private ColumnAlias() {}

    static Optional<Column> of(String headerCell) {
        return Optional.ofNullable(BY_KEY.get(key(headerCell)));
    }

    /// The letters and digits of a header cell, in lower case: what two spellings of one name have in common.
    static String key(String headerCell) {
        return headerCell
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Stream<Map.Entry<String, Column>> titles() {
        return Arrays.stream(Column.values()).map(column -> Map.entry(key(column.title()), column));
    }

    private static Stream<Map.Entry<String, Column>> aliases() {
        return TABLE.lines().flatMap(line -> {
            int colon = line.indexOf(':');
            Column column = titled(line.substring(0, colon));
            return Arrays.stream(line.substring(colon + 1).split(",", -1)).map(name -> Map.entry(key(name), column));
        });
    }

    private static Column titled(String title) {
        return Arrays.stream(Column.values())
                .filter(column -> column.title().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
