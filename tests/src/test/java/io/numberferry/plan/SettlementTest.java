package io.numberferry.plan;

import static io.numberferry.domain.Samples.FLOW;
import static io.numberferry.domain.Samples.GROUP;
import static io.numberferry.domain.Samples.NORTH;
import static io.numberferry.domain.Samples.OHIO;
import static io.numberferry.domain.Samples.OREGON;
import static io.numberferry.domain.Samples.SOUTH;
import static io.numberferry.domain.Samples.heldAt;
import static io.numberferry.domain.Samples.number;
import static io.numberferry.domain.Samples.row;
import static io.numberferry.domain.Samples.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Operation;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.ProductType;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Standing;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which rows need no call: every operation against every way a number can stand.
class SettlementTest {

    /// `todo` stands for a row that is left to a worker.
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            operation            | not read | absent       | at oregon       | its flow        | other flow      | at ohio          | at group
            claim                | todo     | todo         | ALREADY_DONE    | ALREADY_DONE    | ALREADY_DONE    | NUMBER_ELSEWHERE | NUMBER_ELSEWHERE
            claim with flow      | todo     | todo         | todo            | ALREADY_DONE    | todo            | NUMBER_ELSEWHERE | NUMBER_ELSEWHERE
            claim to group       | todo     | todo         | NUMBER_ELSEWHERE | NUMBER_ELSEWHERE | NUMBER_ELSEWHERE | NUMBER_ELSEWHERE | ALREADY_DONE
            move                 | todo     | todo         | ALREADY_DONE    | ALREADY_DONE    | ALREADY_DONE    | todo             | todo
            move with flow       | todo     | todo         | todo            | ALREADY_DONE    | todo            | todo             | todo
            attach               | todo     | todo         | todo            | ALREADY_DONE    | todo            | NOT_AT_TARGET    | todo
            detach               | todo     | todo         | ALREADY_DONE    | todo            | todo            | NOT_AT_TARGET    | ALREADY_DONE
            update               | todo     | todo         | todo            | todo            | todo            | todo             | todo
            update to the same   | todo     | todo         | ALREADY_DONE    | ALREADY_DONE    | ALREADY_DONE    | ALREADY_DONE     | ALREADY_DONE
            release              | todo     | ALREADY_DONE | todo            | todo            | todo            | todo             | todo
            release by other id  | todo     | todo         | INVALID_NUMBER_ID | INVALID_NUMBER_ID | INVALID_NUMBER_ID | INVALID_NUMBER_ID | INVALID_NUMBER_ID
            describe             | todo     | todo         | ALREADY_DONE    | ALREADY_DONE    | ALREADY_DONE    | ALREADY_DONE     | ALREADY_DONE
            """)
    void connectRows(
            String operation,
            String notRead,
            String absent,
            String atOregon,
            String itsFlow,
            String otherFlow,
            String atOhio,
            String atGroup) {
        Operation wanted = connect(operation);

        assertThat(decided(wanted, new Standing.NotRead())).isEqualTo(notRead);
        assertThat(decided(wanted, new Standing.Absent())).isEqualTo(absent);
        assertThat(decided(wanted, at(OREGON, Optional.empty()))).isEqualTo(atOregon);
        assertThat(decided(wanted, at(OREGON, Optional.of(FLOW)))).isEqualTo(itsFlow);
        assertThat(decided(wanted, at(OREGON, Optional.of("other")))).isEqualTo(otherFlow);
        assertThat(decided(wanted, at(OHIO, Optional.empty()))).isEqualTo(atOhio);
        assertThat(decided(wanted, at(GROUP, Optional.empty()))).isEqualTo(atGroup);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            operation          | not read | absent | free         | at north     | at south     | with all details
            associate          | todo     | todo   | todo         | ALREADY_DONE | NEEDS_FORCE  | todo
            force              | todo     | todo   | todo         | ALREADY_DONE | todo         | todo
            disassociate       | todo     | todo   | ALREADY_DONE | todo         | ALREADY_DONE | ALREADY_DONE
            update             | todo     | todo   | todo         | todo         | todo         | ALREADY_DONE
            update of the name | todo     | todo   | todo         | todo         | todo         | ALREADY_DONE
            clear the name     | todo     | todo   | ALREADY_DONE | ALREADY_DONE | ALREADY_DONE | todo
            """)
    void chimeRows(
            String operation,
            String notRead,
            String absent,
            String free,
            String atNorth,
            String atSouth,
            String withDetails) {
        Operation wanted = chime(operation);

        assertThat(decided(wanted, new Standing.NotRead())).isEqualTo(notRead);
        assertThat(decided(wanted, new Standing.Absent())).isEqualTo(absent);
        assertThat(decided(wanted, chimeAt(Optional.empty()))).isEqualTo(free);
        assertThat(decided(wanted, chimeAt(Optional.of(NORTH)))).isEqualTo(atNorth);
        assertThat(decided(wanted, chimeAt(Optional.of(SOUTH)))).isEqualTo(atSouth);
        Standing details = new Standing.OnChime(
                ProductType.SIP_MEDIA_APPLICATION_DIAL_IN.wireName(), "Front Desk", true, "desk-1", Optional.empty());
        assertThat(decided(wanted, details)).isEqualTo(withDetails);
    }

    @Test
    void aMessageSaysWhatIsSoAlready() {
        String arn = OREGON.arn().orElseThrow();

        assertThat(message(connect("claim"), at(OREGON, Optional.empty())))
                .isEqualTo("the number is already at " + arn);
        assertThat(message(connect("claim with flow"), at(OREGON, Optional.of(FLOW))))
                .isEqualTo("the number is already at " + arn + " with this flow");
        assertThat(message(connect("detach"), at(OREGON, Optional.empty()))).isEqualTo("the number has no flow");
        assertThat(message(connect("update to the same"), at(OREGON, Optional.empty())))
                .isEqualTo("the description is the same");
        assertThat(message(connect("release"), new Standing.Absent()))
                .isEqualTo("no instance of the account in this Region holds the number");
        assertThat(message(connect("describe"), at(OREGON, Optional.empty())))
                .isEqualTo("read only: nothing was to change");
        assertThat(message(chime("associate"), chimeAt(Optional.of(NORTH))))
                .isEqualTo("the number is already associated with group-north");
        assertThat(message(chime("disassociate"), chimeAt(Optional.empty())))
                .isEqualTo("the number is not associated with group-north");
        assertThat(message(chime("clear the name"), chimeAt(Optional.empty()))).isEqualTo("the details are already so");
    }

    @Test
    void aClaimThatIsDoneAlreadySaysWhatOfItWasNotApplied() {
        Operation described =
                new Operation.Claim(OREGON, Optional.empty(), "Billing", Tags.of(Map.of("team", "north")));
        Operation plain = new Operation.Claim(OREGON, Optional.empty(), "", Tags.none());

        assertThat(advice(described))
                .isEqualTo("Its description is another one and was not changed: a row with operation update does that."
                        + " Its tags were neither read nor changed: a row with operation update sets them.");
        assertThat(advice(plain)).isEmpty();
    }

    @Test
    void aClaimWhoseTagsWereReadSaysSoOnlyWhereTheyAreOthers() {
        Operation tagged = new Operation.Claim(OREGON, Optional.empty(), "", Samples.tags("team", "north"));

        assertThat(advice(tagged, tagged(Samples.tags("team", "south"))))
                .isEqualTo("Its tags are others and were not changed: a row with operation update does that.");
        assertThat(advice(tagged, tagged(Samples.tags("team", "north")))).isEmpty();
    }

    @Test
    void tagsAreSoAlreadyOnlyWhereTheyWereReadAndAreTheSame() {
        Operation update = Samples.tagAs("team", "north");

        assertThat(message(update, tagged(Samples.tags("team", "north"))))
                .isEqualTo("the tags are the same, by the list of tags, which follows a change after a while");
        for (Standing.OnConnect other :
                List.of(tagged(Samples.tags("team", "north", "shift", "day")), tagged(Samples.tags()))) {
            assertThat(Settlement.of(Samples.standing(Samples.row(2, update), other)))
                    .isEmpty();
        }
        assertThat(Settlement.of(Samples.standing(Samples.row(2, update), at(OREGON, Optional.empty()))))
                .isEmpty();
    }

    @Test
    void whatTheListOfTagsHadNoPartInDoesNotNameIt() {
        Operation both = new Operation.ChangeDetails(
                Optional.empty(), Optional.of(""), Optional.of(Samples.tags("team", "north")));

        assertThat(message(both, tagged(Samples.tags("team", "north"))))
                .isEqualTo(
                        "the description and tags are the same, by the list of tags, which follows a change after a while");
        assertThat(message(Samples.describeAs(""), tagged(Samples.tags("team", "north"))))
                .isEqualTo("the description is the same");
    }

    private static Standing.OnConnect tagged(Tags tags) {
        return new Standing.OnConnect(
                Samples.id(Samples.number(0)), OREGON.arn().orElseThrow(), Optional.empty(), "", Optional.of(tags));
    }

    private static String advice(Operation operation) {
        return advice(operation, at(OREGON, Optional.empty()));
    }

    private static String advice(Operation operation, Standing standing) {
        return Settlement.of(Samples.standing(Samples.row(2, operation), standing))
                .orElseThrow()
                .advice();
    }

    @Test
    void aMessageSaysWhatIsInTheWay() {
        String arn = OHIO.arn().orElseThrow();

        assertThat(message(connect("claim"), at(OHIO, Optional.empty()))).isEqualTo("already claimed to " + arn);
        assertThat(message(connect("attach"), at(OHIO, Optional.empty()))).isEqualTo("the number is at " + arn);
    }

    private static String decided(Operation operation, Standing standing) {
        return outcome(operation, standing)
                .map(outcome -> outcome.reason().name())
                .orElse("todo");
    }

    private static String message(Operation operation, Standing standing) {
        return outcome(operation, standing).orElseThrow().message();
    }

    private static Optional<Outcome> outcome(Operation operation, Standing standing) {
        return Settlement.of(standing(row(2, operation), standing));
    }

    private static Standing at(Target.OnConnect target, Optional<String> flowId) {
        Standing.OnConnect held = heldAt(number(0), target);
        return new Standing.OnConnect(held.number(), held.targetArn(), flowId, "Front desk");
    }

    private static Standing chimeAt(Optional<Target.OnChime> target) {
        return new Standing.OnChime("VoiceConnector", "", false, "", target.map(Target::id));
    }

    private static Operation connect(String name) {
        return switch (name) {
            case "claim" -> Samples.claim(OREGON);
            case "claim with flow" -> Samples.claimWithFlow(OREGON);
            case "claim to group" -> Samples.claim(GROUP);
            case "move" -> Samples.move(OREGON);
            case "move with flow" -> Samples.moveWithFlow(OREGON);
            case "attach" -> Samples.attachFlow(OREGON);
            case "detach" -> Samples.detachFlow(OREGON);
            case "update" -> Samples.describeAs("");
            case "update to the same" -> Samples.describeAs("Front desk");
            case "release" -> Samples.release();
            case "release by other id" -> new Operation.Release(Optional.of("some-id"));
            case "describe" -> Samples.describe();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Operation chime(String name) {
        return switch (name) {
            case "associate" -> Samples.associate(NORTH);
            case "force" -> new Operation.Associate(NORTH, true);
            case "disassociate" -> Samples.disassociate(NORTH);
            case "update" -> Samples.allDetails();
            case "update of the name" -> Samples.name("desk-1");
            case "clear the name" -> Samples.name("");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
