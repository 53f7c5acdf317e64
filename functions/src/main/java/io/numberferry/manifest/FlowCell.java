package io.numberferry.manifest;

import io.numberferry.domain.FlowName;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Target;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a flow: its ARN, its id or its name on the target instance. Whether it exists is found out later.
///
/// @param target where the flow is to be attached; empty when the row's target is at fault
record FlowCell(Home home, Optional<Target.OnConnect> target) implements CellParser<FlowName> {
    /// CreateContactFlow takes names of up to 256 characters.
    private static final int NAME_CHARS = 256;

    private static final Pattern RESOURCE = Pattern.compile("instance/([^/]+)/contact-flow/([^/:]+)");

    @Override
    public Cell<FlowName> parse(String text) {
        if (target.filter(Target.TrafficDistributionGroup.class::isInstance).isPresent()) {
            return Cell.refused(
                    Reason.INVALID_FLOW,
                    "a flow is attached on an instance, and the target is a traffic distribution group",
                    "Empty the cell, and add a row with operation associate, the instance and the flow.");
        }
        if (text.equals(Clearable.CLEAR)) {
            return Cell.refused(
                    Reason.INVALID_FLOW, "a flow cannot be cleared here", "To take a flow off, use disassociate.");
        }
        return Arn.looksLike(text) ? arn(text) : name(text);
    }

    private Cell<FlowName> arn(String text) {
        Optional<Arn> arn = Arn.parse(text).filter(parsed -> parsed.isOf("connect"));
        Matcher flow = RESOURCE.matcher(arn.map(Arn::resource).orElse(""));
        if (arn.isEmpty() || !flow.matches() || !Arn.isUuid(flow.group(1)) || !Arn.isUuid(flow.group(2))) {
            return Cell.refused(Reason.INVALID_FLOW, CellText.quoted(text) + " is not the ARN of a flow");
        }
        return new ArnCheck(home, Reason.INVALID_FLOW)
                .fault(arn.get())
                .<Cell<FlowName>>map(Cell.Refused::as)
                .orElseGet(() -> onInstance(text, flow.group(1)));
    }

    private Cell<FlowName> onInstance(String text, String instanceId) {
        boolean elsewhere = target.filter(at -> !at.id().equals(instanceId)).isPresent();
        return elsewhere
                ? Cell.refused(
                        Reason.INVALID_FLOW,
                        "the flow is on instance %s, and the target is another one".formatted(instanceId),
                        "Give a flow of the target instance.")
                : Cell.of(new FlowName(text));
    }

    private static Cell<FlowName> name(String text) {
        Optional<String> unsendable = CellText.unsendable(text);
        if (unsendable.isPresent()) {
            return Cell.refused(Reason.INVALID_FLOW, "the name contains the character " + unsendable.get());
        }
        int length = text.codePointCount(0, text.length());
        return length > NAME_CHARS
                ? Cell.refused(
                        Reason.INVALID_FLOW,
                        "the name has %,d characters, and at most %d are allowed".formatted(length, NAME_CHARS))
                : Cell.of(new FlowName(text));
    }
}
