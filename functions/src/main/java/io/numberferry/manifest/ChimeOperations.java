package io.numberferry.manifest;

import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Target;
import java.util.Optional;
import java.util.Set;

/// Reads the operations that only Amazon Chime SDK Voice has, and knows which numbers they suit.
record ChimeOperations(NumberingPlan plan) {
    /// The United States and its territories: where the service's rule for numbers "outside the U.S." is
    /// not clear, the service decides.
    private static final Set<String> US = Set.of("US", "PR", "VI", "GU", "AS", "MP");

    /// @param mayForce whether the job lets rows take numbers from where they are
    Optional<Operation> associate(
            RowReading row, Optional<PhoneNumber> number, Target.OnChime target, boolean mayForce) {
        boolean force = row.value(Column.FORCE, new ForceCell()).orElse(false);
        if (force && !mayForce) {
            row.add(Fault.of(
                    Column.FORCE, Reason.FORCE_NOT_ALLOWED, "this job may not take numbers from where they are"));
        }
        number.flatMap(this::foreignCountry)
                .ifPresent(country -> row.note("numbers of " + country
                        + " can only be SipMediaApplicationDialIn, and the service may refuse to associate them"));
        return Optional.of(new Operation.Associate(target, force));
    }

    Optional<Operation> disassociate(Target.OnChime target) {
        return Optional.of(new Operation.Disassociate(target));
    }

    Optional<Operation> update(RowReading row, Optional<PhoneNumber> number) {
        Optional<ProductType> type = row.value(Column.PRODUCT_TYPE, new ProductTypeCell());
        Optional<String> callingName = row.value(Column.CALLING_NAME, new Clearable(PatternCell.CALLING_NAME));
        Optional<String> name = row.value(Column.NAME, new Clearable(PatternCell.NAME));
        number.ifPresent(known -> {
            type.filter(ProductType.VOICE_CONNECTOR::equals).ifPresent(_ -> checkCountry(row, known));
            callingName.filter(text -> !text.isEmpty()).ifPresent(_ -> checkTollFree(row, known));
        });
        boolean any = type.isPresent() || callingName.isPresent() || name.isPresent();
        return any ? Optional.of(new Operation.Update(type, callingName, name)) : Optional.empty();
    }

    private void checkCountry(RowReading row, PhoneNumber number) {
        foreignCountry(number)
                .ifPresent(
                        country -> row.add(
                                Fault.of(
                                        Column.PRODUCT_TYPE,
                                        Reason.INVALID_PRODUCT_TYPE,
                                        "a number of %s cannot be VoiceConnector".formatted(country),
                                        "Use SipMediaApplicationDialIn: Chime SDK Voice has nothing else for numbers outside the US.")));
    }

    private void checkTollFree(RowReading row, PhoneNumber number) {
        if (plan.isTollFree(number)) {
            row.add(Fault.of(
                    Column.CALLING_NAME,
                    Reason.INVALID_CALLING_NAME,
                    "a toll-free number has no calling name",
                    "Empty the cell."));
        }
    }

    private Optional<String> foreignCountry(PhoneNumber number) {
        return plan.country(number).filter(country -> !US.contains(country));
    }
}
