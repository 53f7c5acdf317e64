package io.numberferry.plan;

import io.numberferry.domain.Operation;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Warning;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Counts what a person should know before the rows of a plan are sent. Rows must come in the order of the file.
/// Holds a bit a row. Not safe for several threads.
public final class Cautions {
    private final BitSet flowless = new BitSet();
    private long claims;
    private long releases;
    private long forced;
    private long taken;

    /// Adds one item that is left to do.
    public void add(PlannedItem planned) {
        switch (planned.operation()) {
            case Operation.Claim claim -> claim(planned, claim);
            case Operation.Move _ -> rings(planned, planned.flowId().isPresent());
            case Operation.AttachFlow _ -> rings(planned, true);
            case Operation.DetachFlow _ -> rings(planned, false);
            case Operation.Release _ -> {
                releases++;
                rings(planned, true);
            }
            case Operation.Associate associate -> associate(planned, associate);
            case Operation.ChangeDetails _, Operation.Describe _ -> follows(planned);
            case Operation.Disassociate _, Operation.Update _ -> {}
        }
    }

    /// What was counted, the gravest first; nothing where there is nothing to say.
    public List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        add(
                warnings,
                Warning.Code.CANNOT_BE_UNDONE,
                claims + releases,
                words(claims, "claim") + " and "
                        + words(releases, "release")
                        + " cannot be undone: a released number is gone for up to 180 days");
        add(
                warnings,
                Warning.Code.TAKEN_BY_FORCE,
                taken,
                words(taken, "number")
                        + " would be taken by force from what they are associated with now, as column before shows");
        add(
                warnings,
                Warning.Code.FORCE_UNSEEN,
                forced,
                words(forced, "forced association")
                        + " may take a number from something: where the number will stand was not seen");
        add(
                warnings,
                Warning.Code.LEFT_WITHOUT_FLOW,
                flowless.cardinality(),
                words(flowless.cardinality(), "number")
                        + " would end without a flow, so that calls go nowhere: a row with operation associate gives one");
        add(warnings, Warning.Code.CLAIM_BUDGET, claims + releases, budget());
        add(
                warnings,
                Warning.Code.PRICE_NOT_KNOWN,
                claims,
                words(claims, "claimed number")
                        + " would cost a daily fee each from the claim on; it differs by country and kind of number, and is"
                        + " not in the estimate");
        return warnings;
    }

    /// AWS: more claims and releases than 200 % of the quota in 180 days block further claims. What happened before
    /// this file is in no list, so only a bound can be given.
    private String budget() {
        long events = claims + releases;
        return "this file alone makes " + events + " claims and releases" + ". AWS blocks further claims when those"
                + " of the last 180 days come to more than 200 % of the quota of numbers: a quota below "
                + Math.ceilDiv(events, 2) + " cannot take them, and earlier ones, which are not known here, count too";
    }

    private void claim(PlannedItem planned, Operation.Claim claim) {
        if (planned.numberId().isEmpty()) {
            claims++;
        }
        rings(planned, claim.flow().isPresent());
    }

    private void associate(PlannedItem planned, Operation.Associate associate) {
        if (!associate.force()) {
            return;
        }
        switch (planned.standing()) {
            case Standing.OnChime held -> taken += isElsewhere(associate, held) ? 1 : 0;
            case Standing.Foreseen(Standing.OnChime held) -> taken += isElsewhere(associate, held) ? 1 : 0;
            case Standing.NotRead _, Standing.Foreseen _ -> forced++;
            case Standing.Absent _, Standing.OnConnect _ -> {}
        }
    }

    private static boolean isElsewhere(Operation.Associate associate, Standing.OnChime held) {
        return held.association()
                .filter(at -> !at.equals(associate.target().id()))
                .isPresent();
    }

    /// The last row of a number decides whether it ends with a flow.
    private void rings(PlannedItem planned, boolean flow) {
        planned.after().ifPresent(flowless::clear);
        flowless.set(planned.line(), !flow);
    }

    private void follows(PlannedItem planned) {
        if (planned.after().isPresent()) {
            rings(planned, !flowless.get(planned.after().getAsInt()));
        }
    }

    private static void add(List<Warning> warnings, Warning.Code code, long rows, String message) {
        if (rows > 0) {
            warnings.add(new Warning(code, message, rows));
        }
    }

    private static String words(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
