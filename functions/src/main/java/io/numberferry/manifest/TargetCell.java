package io.numberferry.manifest;

import io.numberferry.domain.Reason;
import io.numberferry.domain.Target;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads a target: an ARN, a prefix with an id (`instance/`, `vcg/`, `vc/`), or an id alone.
///
/// An id alone is an instance when it is a UUID, which all instance ids are, and a voice connector group
/// otherwise: group ids are 21 or 22 letters and digits, and the documents show some with hyphens that are
/// no UUIDs.
final class TargetCell implements CellParser<Target> {
    private static final Pattern CHIME_ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final String RETIRED =
            "Amazon Chime and its old chime namespace are retired; give an id or ARN of Chime SDK Voice.";

    private final ArnCheck check;

    TargetCell(Home home) {
        this.check = new ArnCheck(home, Reason.INVALID_TARGET);
    }

    @Override
    public Cell<Target> parse(String text) {
        if (Arn.looksLike(text)) {
            return Arn.parse(text).map(this::arn).orElseGet(() -> invalid(text, "is not a complete ARN"));
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            return prefixed(text, text.substring(0, slash), text.substring(slash + 1));
        }
        return Arn.isUuid(text) ? instance(text, text, Optional.empty()) : bare(text);
    }

    private Cell<Target> prefixed(String text, String type, String id) {
        return switch (type) {
            case "instance" -> instance(text, id, Optional.empty());
            case "vcg" -> chime(text, id, new Target.VoiceConnectorGroup(id));
            case "vc" -> chime(text, id, new Target.VoiceConnector(id));
            case "traffic-distribution-group" ->
                Cell.refused(
                        Reason.INVALID_TARGET,
                        "%s is not an ARN".formatted(CellText.quoted(id)),
                        "Give the whole ARN of the traffic distribution group: no id stands for it.");
            default -> invalid(text, "is no kind of target");
        };
    }

    private static Cell<Target> bare(String text) {
        return LETTER.matcher(text).find()
                ? chime(text, text, new Target.VoiceConnectorGroup(text))
                : invalid(text, "is no kind of target");
    }

    private Cell<Target> arn(Arn arn) {
        if (arn.isOf("chime")) {
            return chimeArn(arn);
        }
        if (!arn.isOf("connect")) {
            return invalid(arn.text(), "is an ARN of the service " + arn.service());
        }
        Optional<Cell.Refused<Arn>> misplaced = check.fault(arn);
        return misplaced.<Cell<Target>>map(Cell.Refused::as).orElseGet(() -> connectArn(arn));
    }

    private static Cell<Target> connectArn(Arn arn) {
        Optional<String> group = arn.idAfter("traffic-distribution-group/");
        if (group.filter(Arn::isUuid).isPresent()) {
            return Cell.of(new Target.TrafficDistributionGroup(arn.text()));
        }
        if (arn.resource().contains("phone-number/")) {
            return invalid(arn.text(), "is the ARN of a phone number");
        }
        if (arn.resource().contains("/contact-flow/")) {
            return Cell.refused(
                    Reason.INVALID_TARGET,
                    "%s is the ARN of a flow".formatted(CellText.quoted(arn.text())),
                    "Put the flow into the column flow, and its instance here.");
        }
        if (arn.resource().indexOf('/') != arn.resource().lastIndexOf('/')) {
            return invalid(arn.text(), "is the ARN of something on an instance");
        }
        return arn.idAfter("instance/")
                .map(id -> instance(arn.text(), id, Optional.of(arn.text())))
                .orElseGet(() -> invalid(arn.text(), "is neither an instance nor a traffic distribution group"));
    }

    private Cell<Target> chimeArn(Arn arn) {
        if (arn.region().isEmpty()) {
            return Cell.refused(
                    Reason.INVALID_TARGET,
                    "%s is an ARN of the old chime namespace".formatted(CellText.quoted(arn.text())),
                    RETIRED);
        }
        Optional<Cell.Refused<Arn>> misplaced = check.fault(arn);
        return misplaced.<Cell<Target>>map(Cell.Refused::as).orElseGet(() -> connectorArn(arn));
    }

    private static Cell<Target> connectorArn(Arn arn) {
        Optional<Cell<Target>> connector =
                arn.idAfter("vc/").map(id -> chime(arn.text(), id, new Target.VoiceConnector(id)));
        Optional<Cell<Target>> group =
                arn.idAfter("vcg/").map(id -> chime(arn.text(), id, new Target.VoiceConnectorGroup(id)));
        return connector
                .or(() -> group)
                .orElseGet(() -> invalid(arn.text(), "is neither a voice connector nor a group"));
    }

    private static Cell<Target> instance(String text, String id, Optional<String> arn) {
        return Arn.isUuid(id)
                ? Cell.of(new Target.Instance(id, arn))
                : Cell.refused(
                        Reason.INVALID_TARGET,
                        "%s has no instance id in it".formatted(CellText.quoted(text)),
                        "An instance id is a UUID in lower case; copy it or the ARN from the console.");
    }

    private static Cell<Target> chime(String text, String id, Target target) {
        return CHIME_ID.matcher(id).matches() ? Cell.of(target) : invalid(text, "is not the id of a target");
    }

    private static Cell<Target> invalid(String text, String what) {
        return Cell.refused(Reason.INVALID_TARGET, CellText.quoted(text) + " " + what);
    }
}
