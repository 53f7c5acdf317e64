package io.numberferry.manifest;

import java.util.Arrays;
import java.util.List;
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

    private static final Map<String, Column> BY_KEY = Arrays.stream(Column.values())
            .flatMap(ColumnAlias::names)
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

    /// The other names of a column.
    static List<String> of(Column column) {
        return TABLE.lines()
                .filter(line -> line.startsWith(column.title() + ":"))
                .flatMap(line ->
                        Arrays.stream(line.substring(line.indexOf(' ') + 1).split(", ", -1)))
                .toList();
    }

    private static Stream<Map.Entry<String, Column>> names(Column column) {
        return Stream.concat(Stream.of(column.title()), of(column).stream()).map(name -> Map.entry(key(name), column));
    }
}
