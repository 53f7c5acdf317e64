package io.numberferry.report;

import io.numberferry.domain.Item;
import io.numberferry.domain.NumberId;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.PlannedItem;
import io.numberferry.domain.Row;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The fictional world of the report's tests: two instances, a group, numbers at them, and rows about
/// them.
final class Numbers {
    static final String ARN = "arn:aws:connect:us-west-2:111122223333:";
    static final String HERE = ARN + "instance/aaaaaaaa-0000-4000-8000-000000000001";
    static final String THERE = ARN + "instance/bbbbbbbb-0000-4000-8000-000000000002";
    static final String GROUP = ARN + "traffic-distribution-group/cccccccc-0000-4000-8000-000000000003";
    static final String FLOW = "dddddddd-0000-4000-8000-000000000004";
    static final PhoneNumber NUMBER = new PhoneNumber("+12065550100");
    static final NumberId ID = id("eeeeeeee-0000-4000-8000-000000000005");

    private Numbers() {}

    static NumberId id(String uuid) {
        return new NumberId(uuid, ARN + "phone-number/" + uuid);
    }

    static Target.Instance instance(String arn) {
        return new Target.Instance(arn.substring(arn.lastIndexOf('/') + 1), Optional.of(arn));
    }

    static Standing.OnConnect at(String targetArn, String flow, String description) {
        Optional<String> flowId = flow.isEmpty() ? Optional.empty() : Optional.of(flow);
        return new Standing.OnConnect(ID, targetArn, flowId, description);
    }

    static Standing.OnChime onChime(String productType, String callingName, String name, String association) {
        Optional<String> at = association.isEmpty() ? Optional.empty() : Optional.of(association);
        return new Standing.OnChime(productType, callingName, false, name, at);
    }

    static PlannedItem planned(int line, Operation operation, Standing standing, String... cells) {
        Item item = new Item(line, NUMBER, operation, List.of());
        return new PlannedItem(new Row(line, List.of(cells)), item, standing, Optional.empty(), OptionalInt.empty());
    }

    static PlannedItem after(int earlier, PlannedItem planned) {
        return new PlannedItem(
                planned.row(), planned.item(), planned.standing(), planned.flowId(), OptionalInt.of(earlier));
    }

    static PlannedItem about(String e164, PlannedItem planned) {
        Item item = new Item(planned.line(), new PhoneNumber(e164), planned.operation(), List.of());
        return new PlannedItem(planned.row(), item, planned.standing(), planned.flowId(), planned.after());
    }

    /// A row that did not parse.
    static ReportRow unread(int line, Outcome outcome, String... cells) {
        return new ReportRow(new Row(line, List.of(cells)), Optional.empty(), Optional.empty(), outcome);
    }
}
