package io.numberferry.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.AllowList;
import io.numberferry.domain.Item;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.Operation;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Reason;
import io.numberferry.domain.Rejection;
import io.numberferry.domain.Row;
import io.numberferry.domain.Target;
import io.numberferry.manifest.Table.Case;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ItemParserTest {
    private static final JobSettings FORCE =
            JobSettings.asWritten().with(Rails.standard().withForce(true));
    private static final String INSTANCE = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    private static final String INSTANCE_ARN = "arn:aws:connect:us-west-2:111122223333:instance/" + INSTANCE;
    private static final Home HOME = new Home("us-west-2", Optional.of("111122223333"));
    private static final List<String> TITLES =
            Arrays.stream(Column.values()).map(Column::title).toList();

    static List<Case> rows() {
        return Table.of("rows.csv");
    }

    /// `becomes` holds the operation and the notes of an item, or what is wrong with a row and, where it is
    /// not the advice that the reason always carries, what to do.
    @ParameterizedTest
    @MethodSource("rows")
    void everyRowBecomesAnItemOrOneRejection(Case row) {
        List<String> cells = TITLES.stream().map(row::text).toList();
        Parsed parsed = parser(TITLES, FORCE).parse(new Row(2, cells));
        assertThat(Table.escape(words(parsed))).isEqualTo(row.raw("becomes"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void parsingARowAgainGivesTheSame(Case row) {
        Row again = new Row(2, TITLES.stream().map(row::text).toList());
        Parsed first = parser(TITLES, FORCE).parse(again);
        assertThat(parser(TITLES, FORCE).parse(again)).isEqualTo(first);
    }

    @Test
    void forceNeedsTheJobsPermission() {
        ItemParser parser = parser(List.of("phone_number", "operation", "target", "force"), JobSettings.asWritten());
        String number = "+12065550100";

        assertThat(bad(parser.parse(row(number, "associate", "vc/abcdef1ghij2klmno3pqr4", "true"))))
                .isEqualTo(new Rejection(
                        7,
                        "force",
                        Reason.FORCE_NOT_ALLOWED,
                        "this job may not take numbers from where they are",
                        Reason.FORCE_NOT_ALLOWED.advice()));
        assertThat(good(parser.parse(row(number, "associate", "vc/abcdef1ghij2klmno3pqr4", "false"))))
                .isNotNull();
    }

    @Test
    void aTargetOutsideTheAllowListIsNamedWithItsColumn() {
        Header header = Header.of(List.of("phone_number", "operation", "Instance"));
        ItemParser parser = new ItemParser(header, JobSettings.asWritten(), HOME, AllowList.of(List.of(), true));

        assertThat(bad(parser.parse(row("+12065550100", "claim", INSTANCE))))
                .isEqualTo(new Rejection(
                        7,
                        "Instance",
                        Reason.TARGET_NOT_ALLOWED,
                        "this deployment may not use numbers of Amazon Connect",
                        Reason.TARGET_NOT_ALLOWED.advice()));
        assertThat(bad(parser.parse(row("+12065550100", "describe", ""))).column())
                .isEqualTo("operation");
    }

    @Test
    void jobGivesWhatRowsLeaveOut() {
        JobSettings settings = settings("claim", INSTANCE_ARN, false);
        Item item = good(parser(List.of("phone_number"), settings).parse(row("+12065550100")));
        assertThat(item.operation().word()).isEqualTo("claim");
        assertThat(item.operation().targeted()).contains(new Target.Instance(INSTANCE, Optional.of(INSTANCE_ARN)));
    }

    @Test
    void rowsOwnValuesComeBeforeTheJobs() {
        ItemParser parser =
                parser(List.of("phone_number", "operation", "target"), settings("claim", INSTANCE_ARN, false));
        Item item = good(parser.parse(row("+12065550100", "associate", "vc/abcdef1ghij2klmno3pqr4")));
        assertThat(item.operation())
                .isEqualTo(new Operation.Associate(new Target.VoiceConnector("abcdef1ghij2klmno3pqr4"), false));
    }

    @Test
    void jobsTargetIsNotForOperationsWithoutOne() {
        ItemParser parser = parser(List.of("phone_number"), settings("describe", INSTANCE_ARN, false));
        assertThat(good(parser.parse(row("+12065550100"))).operation())
                .isEqualTo(new Operation.Describe(Optional.empty()));
    }

    @Test
    void faultOfTheJobsTargetSaysThatItIsTheJobs() {
        ItemParser parser = parser(List.of("phone_number"), settings("claim", "arn:aws:connect", false));
        Rejection rejection = bad(parser.parse(row("+12065550100")));
        assertThat(rejection.column()).isEqualTo("target");
        assertThat(rejection.reason())
                .isEqualTo("the target set for the job is at fault: \"arn:aws:connect\" is not a complete ARN");
    }

    @Test
    void missingColumnsAreNamed() {
        Rejection rejection =
                bad(parser(List.of("phone_number"), JobSettings.asWritten()).parse(row("+12065550100")));
        assertThat(rejection.outcome().message())
                .isEqualTo("line 7, column operation: the file has no column operation");
        assertThat(rejection.advice()).isEqualTo("Fill in the operation, or set one for the whole job.");
    }

    @Test
    void releaseNeedsTheJobsPermission() {
        ItemParser parser = parser(List.of("phone_number"), settings("release", "", true));
        assertThat(good(parser.parse(row("+12065550100"))).operation())
                .isEqualTo(new Operation.Release(Optional.empty()));
    }

    @Test
    void firstFaultInTheOrderOfTheFileIsTheOneReported() {
        ItemParser parser = parser(List.of("Force", "my note", "Target", "Phone", "Op"), JobSettings.asWritten());
        Rejection rejection = bad(parser.parse(row("perhaps", "", "vc/a b", "nobody", "associate")));
        assertThat(rejection.column()).isEqualTo("Target");
        assertThat(rejection.reason()).isEqualTo("\"vc/a b\" is not the id of a target; 1 more fault, in Phone");
    }

    @Test
    void columnsOfTheUsersOwnAreIgnored() {
        ItemParser parser = parser(List.of("colour", "phone_number", "operation", "outcome"), JobSettings.asWritten());
        assertThat(good(parser.parse(row("red", "+12065550100", "describe", "SUCCEEDED")))
                        .notes())
                .isEmpty();
    }

    @Test
    void unknownAccountIsNotChecked() {
        Home anywhere = new Home("us-west-2", Optional.empty());
        ItemParser parser = new ItemParser(
                Header.of(List.of("phone_number", "operation", "target")), JobSettings.asWritten(), anywhere);
        String elsewhere = INSTANCE_ARN.replace("111122223333", "444455556666");
        assertThat(parser.parse(row("+12065550100", "claim", elsewhere))).isInstanceOf(Parsed.Good.class);
    }

    @ParameterizedTest
    @CsvSource({
        "instance_id, aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee, aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
        "Connect Instance, aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee, aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
        "VoiceConnectorGroupId, aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee, aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
        "voice_connector, abcdef1ghij2klmno3pqr4, vc/abcdef1ghij2klmno3pqr4",
        "voice_connector, vcg/abcdef1ghij2klmno3pqr4, abcdef1ghij2klmno3pqr4",
        "target, abcdef1ghij2klmno3pqr4, abcdef1ghij2klmno3pqr4"
    })
    void nameOfTheTargetColumnSaysWhatABareIdIs(String column, String cell, String id) {
        ItemParser parser = parser(List.of("phone_number", column), settings("disassociate", "", false));
        assertThat(good(parser.parse(row("+12065550100", cell))).operation().targeted())
                .map(Target::id)
                .contains(id);
    }

    @Test
    void columnOfVoiceConnectorGroupsMakesAUuidAGroup() {
        ItemParser parser = parser(List.of("phone_number", "voice_connector_group"), settings("associate", "", false));
        assertThat(good(parser.parse(row("+12065550100", INSTANCE))).operation())
                .isEqualTo(new Operation.Associate(new Target.VoiceConnectorGroup(INSTANCE), false));
    }

    @Test
    void columnOfTrafficDistributionGroupsTakesArnsOnly() {
        ItemParser parser = parser(List.of("phone_number", "tdg"), settings("claim", "", false));
        assertThat(bad(parser.parse(row("+12065550100", INSTANCE))).advice())
                .isEqualTo("Give the whole ARN of the traffic distribution group: no id stands for it.");
    }

    @Test
    void descriptionMayHaveFiveHundredCharacters() {
        ItemParser parser = parser(List.of("phone_number", "description"), settings("update", "", false));
        assertThat(parser.parse(row("+12065550100", "💀".repeat(500)))).isInstanceOf(Parsed.Good.class);
        assertThat(bad(parser.parse(row("+12065550100", "d".repeat(501)))).reason())
                .isEqualTo("the description has 501 characters, and at most 500 are allowed");
    }

    @Test
    void nameMayHaveTwoHundredAndFiftySixCharacters() {
        ItemParser parser = parser(List.of("phone_number", "name"), settings("update", "", false));
        assertThat(parser.parse(row("+12065550100", "n".repeat(256)))).isInstanceOf(Parsed.Good.class);
        assertThat(bad(parser.parse(row("+12065550100", "n".repeat(257)))).reason())
                .isEqualTo("it has 257 characters, and at most 256 are allowed");
    }

    @Test
    void flowNameMayHaveTwoHundredAndFiftySixCharacters() {
        ItemParser parser = parser(List.of("phone_number", "flow"), settings("claim", INSTANCE_ARN, false));
        assertThat(parser.parse(row("+12065550100", "f".repeat(256)))).isInstanceOf(Parsed.Good.class);
        assertThat(bad(parser.parse(row("+12065550100", "f".repeat(257)))).code())
                .isEqualTo(Reason.INVALID_FLOW);
    }

    @Test
    void fiftyTagsAreEnough() {
        ItemParser parser = parser(List.of("phone_number", "tags"), settings("claim", INSTANCE_ARN, false));
        assertThat(parser.parse(row("+12065550100", tags(50)))).isInstanceOf(Parsed.Good.class);
        assertThat(bad(parser.parse(row("+12065550100", tags(51)))).reason())
                .isEqualTo("there are 51 tags, and at most 50 are allowed");
    }

    private static String tags(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k%d=v".formatted(i)).collect(Collectors.joining(";"));
    }

    private static String words(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Good(Item item) ->
                item.operation() + (item.notes().isEmpty() ? "" : " | " + String.join("; ", item.notes()));
            case Parsed.Bad(Rejection rejection) ->
                "%s in %s: %s%s"
                        .formatted(
                                rejection.code(),
                                rejection.column().isEmpty() ? "row" : rejection.column(),
                                rejection.reason(),
                                rejection.advice().equals(rejection.code().advice()) ? "" : " | " + rejection.advice());
        };
    }

    private static ItemParser parser(List<String> columns, JobSettings settings) {
        return new ItemParser(Header.of(columns), settings, HOME);
    }

    private static JobSettings settings(String operation, String target, boolean allowRelease) {
        return new JobSettings(
                Optional.of(operation),
                Optional.of(target),
                false,
                OnRejection.CONTINUE,
                allowRelease,
                Optional.empty());
    }

    private static Row row(String... cells) {
        return new Row(7, List.of(cells));
    }

    private static Item good(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good) parsed).item();
    }

    private static Rejection bad(Parsed parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Bad.class);
        return ((Parsed.Bad) parsed).rejection();
    }
}
