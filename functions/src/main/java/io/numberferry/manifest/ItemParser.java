package io.numberferry.manifest;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Row;
import java.util.Optional;

/// Turns rows into items, and says of the others what is wrong with them. docs/MANIFEST.md has the rules.
///
/// Pure: the same header, settings, home and row always give the same item, so that a worker may parse a
/// row again. Safe for use by several threads. What one row says about another is for [DuplicateFinder].
public final class ItemParser {
    private final Header header;
    private final PhoneNumberCell numbers;
    private final OperationReader operations;
    private final AllowList allowed;

    /// Without limits to what a row may name.
    public ItemParser(Header header, JobSettings settings, Home home) {
        this(header, settings, home, AllowList.ofEverything());
    }

    /// @param allowed what rows may name
    public ItemParser(Header header, JobSettings settings, Home home, AllowList allowed) {
        this.header = header;
        this.allowed = allowed;
        NumberingPlan plan = new NumberingPlan();
        TargetColumn targets = new TargetColumn(header, settings.target(), home);
        this.numbers = new PhoneNumberCell(plan, settings.country());
        this.operations =
                new OperationReader(settings, targets, new ConnectOperations(targets, home), new ChimeOperations(plan));
    }

    /// A row with several faults is rejected once, for the first of them in the order of the columns; the
    /// reason counts the others.
    public Parsed parse(Row row) {
        RowReading reading = new RowReading(header, row);
        Optional<PhoneNumber> number =
                reading.required(Column.PHONE_NUMBER, numbers, "Fill in the number, with + and country code.");
        Optional<Operation> operation = operations.read(reading, number);
        operation.ifPresent(wanted -> checkAllowed(reading, wanted));
        return reading.finish(number, operation);
    }

    private void checkAllowed(RowReading reading, Operation operation) {
        Column column = operation.targeted().isPresent() ? Column.TARGET : Column.OPERATION;
        allowed.refusal(operation)
                .ifPresent(reason -> reading.add(Fault.of(column, Reason.TARGET_NOT_ALLOWED, reason)));
    }
}
