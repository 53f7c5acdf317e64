package io.numberferry.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// Numbers, targets and rows for tests.
public final class Samples {
    public static final Target.Instance OREGON = instance("11111111-0000-0000-0000-00000000000a");
    public static final Target.Instance OHIO = instance("22222222-0000-0000-0000-00000000000b");
    public static final Target.TrafficDistributionGroup GROUP = new Target.TrafficDistributionGroup(
            "arn:aws:connect:us-west-2:111122223333:traffic-distribution-group/33333333-0000-0000-0000-00000000000c");
    public static final String FLOW = "44444444-0000-0000-0000-00000000000d";
    public static final Target.VoiceConnectorGroup NORTH = new Target.VoiceConnectorGroup("group-north");
    public static final Target.VoiceConnectorGroup SOUTH = new Target.VoiceConnectorGroup("group-south");
    public static final Target.VoiceConnector CONNECTOR = new Target.VoiceConnector("connector-1");

    private Samples() {}

    /// The n-th fictional number, from 0: +1 206 555 0100 and on, then the next area codes.
    public static PhoneNumber number(int n) {
        return new PhoneNumber("+1%d55501%02d".formatted(206 + n / 100, n % 100));
    }

    public static NumberId id(PhoneNumber number) {
        String uuid = "00000000-0000-0000-0000-0" + number.e164().substring(1);
        return new NumberId(uuid, "arn:aws:connect:us-west-2:111122223333:phone-number/" + uuid);
    }

    public static Lane lane(Service service) {
        return new Lane(service, "us-west-2");
    }

    /// The n-th batch of the one job of all tests, from 1.
    public static BatchId batch(Service service, int n) {
        return new BatchId(new JobId("0123456789abcdef0123456789abcdef"), lane(service), n);
    }

    /// A row on the number that has its line: line 2 is number 0.
    public static PlannedItem row(int line, Operation operation) {
        return row(line, number(line - 2), operation);
    }

    public static PlannedItem row(int line, PhoneNumber number, Operation operation) {
        Row row = new Row(line, List.of(number.e164(), operation.word()));
        return new PlannedItem(
                row,
                new Item(line, number, operation, List.of()),
                new Standing.Absent(),
                operation.wantedFlow().map(FlowName::text),
                OptionalInt.empty());
    }

    /// The same row, about a number that stands at a Connect target.
    public static PlannedItem standingAt(PlannedItem row, Target.OnConnect target) {
        return standing(row, heldAt(row.number(), target));
    }

    public static Standing.OnConnect heldAt(PhoneNumber number, Target.OnConnect target) {
        return new Standing.OnConnect(id(number), target.arn().orElseThrow(), Optional.empty(), "");
    }

    public static PlannedItem standing(PlannedItem row, Standing standing) {
        return new PlannedItem(row.row(), row.item(), standing, row.flowId(), row.after());
    }

    /// The same row, after an earlier one on the same number.
    public static PlannedItem after(int line, PlannedItem row) {
        return new PlannedItem(row.row(), row.item(), new Standing.NotRead(), row.flowId(), OptionalInt.of(line));
    }

    public static Operation.Claim claim(Target.OnConnect target) {
        return new Operation.Claim(target, Optional.empty(), "", Tags.none());
    }

    public static Operation.Claim claimWithFlow(Target.OnConnect target) {
        return new Operation.Claim(target, Optional.of(new FlowName(FLOW)), "", Tags.none());
    }

    public static Operation.Move move(Target.OnConnect target) {
        return new Operation.Move(Optional.empty(), target, Optional.empty());
    }

    public static Operation.Move moveWithFlow(Target.OnConnect target) {
        return new Operation.Move(Optional.empty(), target, Optional.of(new FlowName(FLOW)));
    }

    public static Operation.AttachFlow attachFlow(Target.Instance at) {
        return new Operation.AttachFlow(Optional.empty(), at, new FlowName(FLOW));
    }

    public static Operation.DetachFlow detachFlow(Target.Instance at) {
        return new Operation.DetachFlow(Optional.empty(), at);
    }

    public static Operation.ChangeDetails describeAs(String description) {
        return new Operation.ChangeDetails(Optional.empty(), Optional.of(description), Optional.empty());
    }

    /// @param tags key, value, and so on
    public static Operation.ChangeDetails tagAs(String... tags) {
        return new Operation.ChangeDetails(Optional.empty(), Optional.empty(), Optional.of(tags(tags)));
    }

    /// @param tags key, value, and so on
    public static Tags tags(String... tags) {
        SortedMap<String, String> byKey = new TreeMap<>();
        for (int at = 0; at < tags.length; at += 2) {
            byKey.put(tags[at], tags[at + 1]);
        }
        return new Tags(byKey);
    }

    public static Operation.Release release() {
        return new Operation.Release(Optional.empty());
    }

    public static Operation.Describe describe() {
        return new Operation.Describe(Optional.empty());
    }

    public static Operation.Associate associate(Target.OnChime target) {
        return new Operation.Associate(target, false);
    }

    public static Operation.Disassociate disassociate(Target.OnChime target) {
        return new Operation.Disassociate(target);
    }

    public static Operation.Update name(String name) {
        return new Operation.Update(Optional.empty(), Optional.empty(), Optional.of(name));
    }

    /// An update of every detail a number has.
    public static Operation.Update allDetails() {
        return new Operation.Update(
                Optional.of(ProductType.SIP_MEDIA_APPLICATION_DIAL_IN),
                Optional.of("Front Desk"),
                Optional.of("desk-1"));
    }

    private static Target.Instance instance(String id) {
        return new Target.Instance(id, Optional.of("arn:aws:connect:us-west-2:111122223333:instance/" + id));
    }
}
