package io.numberferry.manifest;

import io.numberferry.domain.JobSettings;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Target;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Finds out what a row asks for. A new operation begins here: the compiler then asks for its reader.
record OperationReader(JobSettings settings, TargetColumn targets, ConnectOperations connect, ChimeOperations chime) {
    private static final Set<Column> CONNECT_DETAILS = EnumSet.of(Column.DESCRIPTION, Column.TAGS);
    private static final Set<Column> CHIME_DETAILS = EnumSet.of(Column.PRODUCT_TYPE, Column.CALLING_NAME, Column.NAME);

    /// Empty when the row has a fault that leaves nothing to carry out; the row then knows.
    Optional<Operation> read(RowReading row, Optional<PhoneNumber> number) {
        return word(row).flatMap(word -> {
            Optional<Operation> operation = read(word, row, number);
            row.refuseTheRest(word.text());
            return operation;
        });
    }

    private Optional<Operation> read(Word word, RowReading row, Optional<PhoneNumber> number) {
        return switch (word) {
            case CLAIM -> connect.claim(row);
            case MOVE -> connect.move(row);
            case ASSOCIATE -> associate(row, number);
            case DISASSOCIATE -> disassociate(row);
            case UPDATE -> update(row, number);
            case RELEASE -> connect.release(row, settings.allowRelease());
            case DESCRIBE -> connect.describe(row);
        };
    }

    private Optional<Word> word(RowReading row) {
        String own = row.text(Column.OPERATION);
        String text = own.isEmpty() ? settings.operation().map(CellText::trim).orElse("") : own;
        if (text.isEmpty()) {
            row.add(Fault.of(
                    Column.OPERATION,
                    Reason.MISSING_VALUE,
                    row.missing(Column.OPERATION),
                    "Fill in the operation, or set one for the whole job."));
            return Optional.empty();
        }
        Optional<Word> word = Word.of(text);
        if (word.isEmpty()) {
            row.add(Fault.of(
                    Column.OPERATION, Reason.UNKNOWN_OPERATION, CellText.quoted(text) + " is not an operation"));
        }
        return word;
    }

    private Optional<Operation> associate(RowReading row, Optional<PhoneNumber> number) {
        Optional<Target> target = targets.read(row);
        if (target.isEmpty()) {
            row.letPass(Column.FLOW, Column.FORCE, Column.PHONE_NUMBER_ID);
        }
        return target.flatMap(at -> switch (at) {
            case Target.Instance instance -> connect.attach(row, instance);
            case Target.TrafficDistributionGroup _ -> onGroup(row);
            case Target.OnChime onChime ->
                chime.associate(row, number, onChime, settings.rails().allowForce());
        });
    }

    private Optional<Operation> disassociate(RowReading row) {
        Optional<Target> target = targets.read(row);
        if (target.isEmpty()) {
            row.letPass(Column.PHONE_NUMBER_ID);
        }
        return target.flatMap(at -> switch (at) {
            case Target.Instance instance -> connect.detach(row, instance);
            case Target.TrafficDistributionGroup _ -> onGroup(row);
            case Target.OnChime onChime -> chime.disassociate(onChime);
        });
    }

    private static Optional<Operation> onGroup(RowReading row) {
        row.letPass(Column.FLOW, Column.PHONE_NUMBER_ID);
        row.add(Fault.of(
                Column.TARGET,
                Reason.INVALID_TARGET,
                "a traffic distribution group has no flows of its own",
                "Name the instance whose flow is meant. To bring the number to the group, use move."));
        return Optional.empty();
    }

    private Optional<Operation> update(RowReading row, Optional<PhoneNumber> number) {
        boolean onConnect = CONNECT_DETAILS.stream().anyMatch(row::isFilled);
        boolean onChime = CHIME_DETAILS.stream().anyMatch(row::isFilled);
        if (onConnect == onChime) {
            row.letPass(CONNECT_DETAILS.toArray(Column[]::new));
            row.letPass(CHIME_DETAILS.toArray(Column[]::new));
            row.letPass(Column.PHONE_NUMBER_ID);
            row.add(onConnect ? mixed() : nothing());
            return Optional.empty();
        }
        return onConnect ? connect.changeDetails(row) : chime.update(row, number);
    }

    private static Fault mixed() {
        return Fault.ofRow(
                Reason.MIXED_SERVICES,
                "description and tags are details of Amazon Connect, the others are of Chime SDK Voice",
                Reason.MIXED_SERVICES.advice());
    }

    private static Fault nothing() {
        return Fault.ofRow(
                Reason.MISSING_VALUE,
                "there is nothing to update",
                "Fill in description or tags, or product_type, calling_name or name.");
    }
}
