package io.numberferry.manifest;

import java.util.Optional;

/// The columns a manifest may have, in the order of docs/MANIFEST.md. Any other column is the user's own.
public enum Column {
    PHONE_NUMBER("phone_number"),
    OPERATION("operation"),
    PHONE_NUMBER_ID("phone_number_id"),
    TARGET("target"),
    FLOW("flow"),
    DESCRIPTION("description"),
    TAGS("tags"),
    PRODUCT_TYPE("product_type"),
    CALLING_NAME("calling_name"),
    NAME("name"),
    FORCE("force");

    private final String title;

    Column(String title) {
        this.title = title;
    }

    /// The name the documents use.
    public String title() {
        return title;
    }

    /// Finds the column that a header cell names, by its title or an alias. Only letters and digits count,
    /// whatever their case: `Phone Number`, `PhoneNumber` and `PHONE-NUMBER` are `phone_number`. Empty for
    /// a column of the user's own.
    public static Optional<Column> named(String headerCell) {
        return ColumnAlias.of(headerCell);
    }
}
