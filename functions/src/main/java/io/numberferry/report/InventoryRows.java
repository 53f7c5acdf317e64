package io.numberferry.report;

import io.numberferry.domain.FlowName;
import io.numberferry.domain.Holding;
import io.numberferry.domain.Holding.Ringing;
import io.numberferry.domain.Operation;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import io.numberferry.report.WrittenRow.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rows that ask for a number as it is. Every row is read back before it is written: what a manifest would
/// take for anything else is left out, and the number's first row says so.
record InventoryRows(Reading reading) {
    private static final String GROUP = ":traffic-distribution-group/";
    private static final String CONNECTOR = "vc/";

    /// No rows where a manifest can ask for nothing of the number.
    List<WrittenRow> of(Holding holding) {
        return switch (holding) {
            case Holding.OnConnect held -> connect(held);
            case Holding.OnChime(PhoneNumber number, Standing.OnChime held) -> chime(number, held);
        };
    }

    private List<WrittenRow> connect(Holding.OnConnect held) {
        Draft draft = new Draft(held.number());
        boolean inGroup = held.targetArn().contains(GROUP);
        Optional<Ringing> flow = inGroup || held.flows().isEmpty()
                ? Optional.empty()
                : Optional.of(held.flows().getFirst());
        move(draft, held, flow);
        if (inGroup && held.flows().size() > 1) {
            draft.note("It has flows at several instances; they are left out.");
        } else if (inGroup) {
            held.flows().forEach(at -> attach(draft, at));
        }
        details(draft, held);
        return draft.rows();
    }

    private void details(Draft draft, Holding.OnConnect held) {
        Optional<String> description = draft.detail(Column.DESCRIPTION, held.description());
        Optional<String> tags = draft.detail(Column.TAGS, held.tags().text());
        if (description.isPresent() || tags.isPresent()) {
            draft.add(
                    WrittenRow.of(held.number(), "update")
                            .with(Column.DESCRIPTION, description)
                            .with(Column.TAGS, tags),
                    new Operation.ChangeDetails(Optional.empty(), description, tags.map(_ -> held.tags())),
                    "Its details cannot be written in a manifest and are left out.");
        }
    }

    private void move(Draft draft, Holding.OnConnect held, Optional<Ringing> flow) {
        Target.OnConnect target = held.targetArn().contains(GROUP)
                ? new Target.TrafficDistributionGroup(held.targetArn())
                : new Target.Instance(
                        held.targetArn().substring(held.targetArn().lastIndexOf('/') + 1),
                        Optional.of(held.targetArn()));
        draft.add(
                WrittenRow.of(held.number(), "move")
                        .with(Column.TARGET, held.targetArn())
                        .with(Column.FLOW, flow.map(Ringing::flowId)),
                new Operation.Move(Optional.empty(), target, flow.map(at -> new FlowName(at.flowId()))),
                "Its target cannot be written in a manifest and is left out.");
    }

    private void attach(Draft draft, Ringing at) {
        draft.add(
                WrittenRow.of(draft.number, "associate")
                        .with(
                                Column.TARGET,
                                at.instance().arn().orElse(at.instance().instanceId()))
                        .with(Column.FLOW, at.flowId()),
                new Operation.AttachFlow(Optional.empty(), at.instance(), new FlowName(at.flowId())),
                "Its flow cannot be written in a manifest and is left out.");
    }

    private List<WrittenRow> chime(PhoneNumber number, Standing.OnChime held) {
        Draft draft = new Draft(number);
        details(draft, held);
        held.association().ifPresent(at -> associate(draft, at));
        return draft.rows();
    }

    private void associate(Draft draft, String at) {
        Target.OnChime target = at.startsWith(CONNECTOR)
                ? new Target.VoiceConnector(at.substring(CONNECTOR.length()))
                : new Target.VoiceConnectorGroup(at);
        draft.add(
                WrittenRow.of(draft.number, "associate").with(Column.TARGET, at),
                new Operation.Associate(target, false),
                "It is associated with " + at + ", which a manifest cannot name.");
    }

    /// Blank cells leave a detail as it is; only a number of which nothing else can be said asks for an empty one.
    private void details(Draft draft, Standing.OnChime held) {
        Optional<String> type = draft.detail(Column.PRODUCT_TYPE, held.productType());
        Optional<String> calling = draft.detail(Column.CALLING_NAME, held.callingName());
        Optional<String> name = draft.detail(Column.NAME, held.name());
        if (type.isEmpty() && calling.isEmpty() && name.isEmpty()) {
            calling = Optional.of(held.callingName()).filter(String::isEmpty);
            name = Optional.of(held.name()).filter(String::isEmpty);
        }
        if (type.isPresent() || calling.isPresent() || name.isPresent()) {
            draft.add(
                    WrittenRow.of(draft.number, "update")
                            .with(Column.PRODUCT_TYPE, type)
                            .with(Column.CALLING_NAME, calling.map(Asking::written))
                            .with(Column.NAME, name.map(Asking::written)),
                    new Operation.Update(type.flatMap(ProductType::named), calling, name),
                    "Its details cannot be written in a manifest and are left out.");
        }
    }

    /// The rows of one number as they come together.
    private final class Draft {
        private final PhoneNumber number;
        private final List<WrittenRow> rows = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        Draft(PhoneNumber number) {
            this.number = number;
        }

        /// @param meant what the row must be read as
        /// @param otherwise the note where it is not
        void add(WrittenRow row, Operation meant, String otherwise) {
            if (isReadAs(meant, row)) {
                rows.add(row);
            } else {
                note(otherwise);
            }
        }

        void note(String sentence) {
            notes.add(sentence);
        }

        /// A detail's value; empty where it has none, or one that a manifest cannot ask for.
        Optional<String> detail(Column column, String value) {
            if (value.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> cell = new Asking(reading, number).cell(column, value);
            if (cell.isEmpty()) {
                note("Its %s, %s, cannot be asked for: left out.".formatted(column.title(), value));
            }
            return cell;
        }

        List<WrittenRow> rows() {
            if (!rows.isEmpty() && !notes.isEmpty()) {
                rows.set(0, rows.getFirst().noting(String.join(" ", notes)));
            }
            return List.copyOf(rows);
        }

        private boolean isReadAs(Operation meant, WrittenRow row) {
            return reading.of(row.cells()).filter(meant::equals).isPresent();
        }
    }
}
