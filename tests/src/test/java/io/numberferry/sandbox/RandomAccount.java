package io.numberferry.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.numberferry.sandbox.simulator.world.Association;
import io.numberferry.sandbox.simulator.world.ChimeNumber;
import io.numberferry.sandbox.simulator.world.ConnectNumber;
import io.numberferry.sandbox.simulator.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/// An account that a seed decides, and files that change it in ways that can be undone.
final class RandomAccount {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NUMBERS = 16;
    private static final String DAY = "b0a7b0a7-0001-4000-8000-000000000001";
    private static final String NIGHT = "b0a7b0a7-0002-4000-8000-000000000002";
    private static final String GROUP =
            "arn:aws:connect:us-west-2:111122223333:traffic-distribution-group/b0a7b0a7-00a1-4000-8000-0000000000a1";
    private static final List<String> FLOWS = List.of("Main IVR", "After hours");
    private static final List<String> PLACES =
            List.of("vcgharbor1frontdesk001", "vcgharbor2overflow0002", "vc/vcharbor1trunk00000001");
    private static final List<String> TEXTS = List.of("Front desk", "Billing", "=SUM(A1)", "+1 and more", "a, \"b\"");
    private static final List<String> NAMES = List.of("Harbor", "Harbor Desk", "Anchor 7");

    private static final String ARCHIVED = "Closed";

    /// As manifests write them, by the text.
    private static final Map<String, Map<String, String>> TAGS = Map.of(
            "team=sales", Map.of("team", "sales"),
            "team=support;shift=night", Map.of("team", "support", "shift", "night"),
            "-sum=a\\;b==1", Map.of("-sum", "a;b==1"));

    private final Random random;
    private final Random tagging;
    private List<String> rung = FLOWS;
    private final String header =
            "phone_number,operation,target,flow,description,tags,product_type,calling_name,name,force\n";

    RandomAccount(long seed) {
        this.random = new Random(seed);
        this.tagging = new Random(-seed);
    }

    /// Lets some numbers ring a flow that was archived since: no row can attach it again.
    RandomAccount ringingArchivedFlows() {
        rung = List.of(FLOWS.getFirst(), ARCHIVED, FLOWS.getLast());
        return this;
    }

    World world() {
        ObjectNode world = JSON.createObjectNode();
        ObjectNode connect = world.putObject("connect");
        ArrayNode instances = connect.putArray("instances");
        instances.addObject().put("id", DAY).put("alias", "day").put("numberQuota", 1_000);
        instances.addObject().put("id", NIGHT).put("alias", "night").put("numberQuota", 1_000);
        connect.putArray("trafficDistributionGroups")
                .addObject()
                .put("id", GROUP)
                .put("name", "both")
                .put("instance", "day");
        ArrayNode flows = connect.putArray("flows");
        for (String instance : List.of("day", "night")) {
            for (String flow : List.of(FLOWS.getFirst(), FLOWS.getLast(), ARCHIVED)) {
                String id = "b0a7b0a7-0f%d%d-4000-8000-000000000f00".formatted(instance.length(), flow.length() % 10);
                flows.addObject()
                        .put("instance", instance)
                        .put("id", id)
                        .put("name", flow)
                        .put("state", flow.equals(ARCHIVED) ? "ARCHIVED" : "ACTIVE");
            }
        }
        ArrayNode numbers = connect.putArray("numbers");
        for (int n = 0; n < NUMBERS; n++) {
            numbers.add(connectNumber(n));
        }
        ObjectNode chime = world.putObject("chime");
        ArrayNode groups = chime.putArray("voiceConnectorGroups");
        groups.addObject().put("id", PLACES.get(0));
        groups.addObject().put("id", PLACES.get(1));
        chime.putArray("voiceConnectors").addObject().put("id", "vcharbor1trunk00000001");
        ArrayNode held = chime.putArray("numbers");
        for (int n = 0; n < NUMBERS; n++) {
            held.add(chimeNumber(n));
        }
        return World.parse(world.toString(), "a world of chance");
    }

    private ObjectNode connectNumber(int n) {
        ObjectNode number = JSON.createObjectNode()
                .put("phoneNumber", connect(n))
                .put("target", random.nextBoolean() ? "day" : "night");
        maybe(rung).ifPresent(flow -> number.put("flow", flow));
        maybe(TEXTS).ifPresent(text -> number.put("description", text));
        ObjectNode tags = number.putObject("tags");
        tags(2).map(TAGS::get).ifPresent(some -> some.forEach(tags::put));
        if (tagging.nextInt(4) == 0) {
            tags.put("aws:cloudformation:stack-name", "lines");
        }
        return number;
    }

    private ObjectNode chimeNumber(int n) {
        ObjectNode number = JSON.createObjectNode().put("phoneNumber", chime(n));
        maybe(NAMES).ifPresent(name -> number.put("callingName", name));
        maybe(NAMES).ifPresent(name -> number.put("name", name));
        if (random.nextInt(4) == 0) {
            number.put("productType", "SipMediaApplicationDialIn");
        } else {
            maybe(PLACES).ifPresent(place -> number.put("associatedWith", place));
        }
        return number;
    }

    /// Rows for some of the numbers, one or two each, in no order.
    String manifest() {
        List<List<String>> ofNumbers = new ArrayList<>();
        for (int n = 0; n < NUMBERS; n++) {
            ofNumbers.add(connectRows(connect(n)));
            ofNumbers.add(chimeRows(chime(n)));
        }
        Collections.shuffle(ofNumbers, random);
        StringBuilder file = new StringBuilder(header);
        ofNumbers.forEach(rows -> rows.forEach(file::append));
        return file.toString();
    }

    private List<String> connectRows(String number) {
        List<String> rows = new ArrayList<>();
        String at = random.nextBoolean() ? DAY : NIGHT;
        switch (random.nextInt(6)) {
            case 0 -> rows.add(row(number, "move", at, maybe(FLOWS).orElse("")));
            case 1 -> rows.add(row(number, "move", GROUP, ""));
            case 2 -> rows.add(row(number, "associate", at, one(FLOWS)));
            case 3 -> rows.add(row(number, "disassociate", at, ""));
            case 4 -> {
                rows.add(row(number, "move", at, ""));
                rows.add(row(number, "associate", at, one(FLOWS)));
            }
            default -> {}
        }
        if (random.nextBoolean()) {
            rows.add("%s,update,,,%s,%s,,,,\n"
                    .formatted(number, quoted(maybe(TEXTS).orElse("CLEAR")), tags(4).orElse("")));
        }
        if (rows.isEmpty() && tagging.nextBoolean()) {
            rows.add("%s,update,,,,%s,,,,\n".formatted(number, tags(2).orElse("CLEAR")));
        }
        return rows;
    }

    private List<String> chimeRows(String number) {
        List<String> rows = new ArrayList<>();
        String place = one(PLACES);
        switch (random.nextInt(4)) {
            case 0 -> rows.add("%s,associate,%s,,,,,,,%s\n".formatted(number, place, random.nextBoolean()));
            case 1 -> rows.add("%s,disassociate,%s,,,,,,,\n".formatted(number, place));
            case 2 ->
                rows.add("%s,update,,,,,%s,%s,%s,\n"
                        .formatted(
                                number,
                                maybe(List.of("VoiceConnector", "SipMediaApplicationDialIn"))
                                        .orElse(""),
                                maybe(NAMES).orElse("CLEAR"),
                                maybe(NAMES).orElse("CLEAR")));
            default -> {}
        }
        return rows;
    }

    /// Some tags as a manifest writes them; none once in so many times.
    private Optional<String> tags(int times) {
        List<String> all = TAGS.keySet().stream().sorted().toList();
        return tagging.nextInt(times) == 0 ? Optional.empty() : Optional.of(all.get(tagging.nextInt(all.size())));
    }

    private static String row(String number, String operation, String target, String flow) {
        return "%s,%s,%s,%s,,,,,,\n".formatted(number, operation, target, flow);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String connect(int n) {
        return "+142555501%02d".formatted(n);
    }

    private static String chime(int n) {
        return "+150355501%02d".formatted(n);
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Optional<String> maybe(List<String> of) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(one(of));
    }

    /// All that a manifest can change, by number.
    static SortedMap<String, String> seen(World world) {
        SortedMap<String, String> seen = new TreeMap<>();
        for (ConnectNumber number : world.connect().numbers()) {
            seen.put(
                    number.phoneNumber(),
                    String.join(
                            " | ",
                            number.targetArn(),
                            new TreeMap<>(number.flows()).toString(),
                            number.description(),
                            new TreeMap<>(number.tags()).toString()));
        }
        for (ChimeNumber number : world.chime().numbers()) {
            seen.put(
                    number.phoneNumber(),
                    String.join(
                            " | ",
                            number.productType(),
                            number.callingName().text(),
                            number.name(),
                            number.association().map(RandomAccount::place).orElse("nowhere")));
        }
        return seen;
    }

    private static String place(Association to) {
        return to.kind() + " " + to.id();
    }
}
