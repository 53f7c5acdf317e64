package io.numberferry.apply;

import io.numberferry.apply.ChimeNumbers.Change;
import io.numberferry.apply.ChimeNumbers.Detail;
import io.numberferry.apply.ChimeNumbers.NumberError;
import io.numberferry.domain.Api;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Reply;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A kind of Chime call that carries many rows: what to send, and how to recognise that a row is done.
sealed interface ChimeCall {
    /// The API that a call with this many rows uses.
    Api api(int rows);

    Reply<List<NumberError>> send(ChimeNumbers chime, List<PlannedItem> rows);

    /// Tells whether a number that was read back is as the row wants it.
    boolean isDone(PlannedItem planned, Standing.OnChime standing);

    /// The outcome of a row for which the service reported no error, or which a read found done.
    Outcome done(PlannedItem planned);

    /// Why a row was refused because of how its number stands.
    Reason conflict(Standing.OnChime standing);

    record Associating(Target.OnChime target, boolean force) implements ChimeCall {
        @Override
        public Api api(int rows) {
            return target.associating();
        }

        @Override
        public Reply<List<NumberError>> send(ChimeNumbers chime, List<PlannedItem> rows) {
            return chime.associate(
                    target, rows.stream().map(PlannedItem::number).toList(), force);
        }

        @Override
        public boolean isDone(PlannedItem planned, Standing.OnChime standing) {
            return standing.association().equals(Optional.of(target.id()));
        }

        @Override
        public Outcome done(PlannedItem planned) {
            return Outcome.of(Reason.DONE, "").leaving("target=" + target.id());
        }

        @Override
        public Reason conflict(Standing.OnChime standing) {
            return standing.association().isPresent() ? Reason.NEEDS_FORCE : Reason.IN_USE;
        }
    }

    record Disassociating(Target.OnChime target) implements ChimeCall {
        @Override
        public Api api(int rows) {
            return target.disassociating();
        }

        @Override
        public Reply<List<NumberError>> send(ChimeNumbers chime, List<PlannedItem> rows) {
            return chime.disassociate(
                    target, rows.stream().map(PlannedItem::number).toList());
        }

        @Override
        public boolean isDone(PlannedItem planned, Standing.OnChime standing) {
            return !standing.association().equals(Optional.of(target.id()));
        }

        @Override
        public Outcome done(PlannedItem planned) {
            return Outcome.of(Reason.DONE, "").leaving("no target");
        }

        @Override
        public Reason conflict(Standing.OnChime standing) {
            return Reason.IN_USE;
        }
    }

    /// One detail of each row; a row may need several such calls, one after another.
    record Detailing(Part part) implements ChimeCall {
        /// The details, in the order in which they are changed: a calling name needs the right product type
        /// first.
        enum Part {
            PRODUCT_TYPE,
            CALLING_NAME,
            NAME;

            /// The manifest's column for it.
            String column() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /// What this call is to change on a row; empty when the row does not want this detail changed.
        Optional<Detail> detail(PlannedItem planned) {
            return wanted(planned).flatMap(update -> switch (part) {
                case PRODUCT_TYPE -> update.productType().map(Detail.Product::new);
                case CALLING_NAME -> update.callingName().map(Detail.CallingName::new);
                case NAME -> update.name().map(Detail.Name::new);
            });
        }

        private static Optional<Operation.Update> wanted(PlannedItem planned) {
            return switch (planned.operation()) {
                case Operation.Update update
                when planned.standing() instanceof Standing.OnChime held -> update.lackingOn(held);
                case Operation.Update update -> Optional.of(update);
                case Operation.OnConnect _, Operation.Associate _, Operation.Disassociate _ -> Optional.empty();
            };
        }

        @Override
        public Api api(int rows) {
            return rows == 1 ? Api.UPDATE_CHIME_NUMBER : Api.BATCH_UPDATE_CHIME_NUMBERS;
        }

        @Override
        public Reply<List<NumberError>> send(ChimeNumbers chime, List<PlannedItem> rows) {
            return chime.update(rows.stream()
                    .map(row -> new Change(row.number(), detail(row).orElseThrow()))
                    .toList());
        }

        @Override
        public boolean isDone(PlannedItem planned, Standing.OnChime standing) {
            return switch (detail(planned).orElseThrow()) {
                case Detail.Product(var type) -> type.wireName().equals(standing.productType());
                case Detail.CallingName(String value) -> value.equals(standing.callingName());
                case Detail.Name(String value) -> value.equals(standing.name());
            };
        }

        @Override
        public Outcome done(PlannedItem planned) {
            Reason reason = part == Part.CALLING_NAME ? Reason.DONE_PENDING : Reason.DONE;
            return Outcome.of(reason, "").leaving(words(planned));
        }

        private String words(PlannedItem planned) {
            return switch (detail(planned).orElseThrow()) {
                case Detail.Product(var type) -> "product_type=" + type.wireName();
                case Detail.CallingName(String value) -> "calling_name=" + value;
                case Detail.Name(String value) -> "name=" + value;
            };
        }

        @Override
        public Reason conflict(Standing.OnChime standing) {
            return part == Part.CALLING_NAME && standing.callingNamePending()
                    ? Reason.CALLING_NAME_PENDING
                    : Reason.IN_USE;
        }
    }
}
