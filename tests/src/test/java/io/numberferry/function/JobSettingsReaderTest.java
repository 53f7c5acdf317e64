package io.numberferry.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.numberferry.domain.FailureLimit;
import io.numberferry.domain.JobSettings;
import io.numberferry.domain.JobSettings.OnRejection;
import io.numberferry.domain.Rails;
import io.numberferry.domain.Window;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobSettingsReaderTest {
    private static JobSettings metadata(String name, String value) {
        return JobSettingsReader.read("run/a.csv", Map.of(name, value), Map.of());
    }

    @Test
    void withoutSettingsTheFileIsCarriedOutAsWritten() {
        assertThat(JobSettingsReader.read("run/a.csv", Map.of(), Map.of())).isEqualTo(JobSettings.asWritten());
    }

    @Test
    void everySettingCanComeWithTheUpload() {
        Map<String, String> given = Map.ofEntries(
                Map.entry("operation", "Move"),
                Map.entry("target", " vcgharbor1frontdesk001 "),
                Map.entry("dry-run", "true"),
                Map.entry("on-rejection", "stop"),
                Map.entry("allow-release", "yes"),
                Map.entry("country", "us"),
                Map.entry("most-rows", "500"),
                Map.entry("allow-force", "true"),
                Map.entry("failure-threshold", "20 %"),
                Map.entry("canary", "5"),
                Map.entry("tolerated-batches", "60%"),
                Map.entry("window", "22:00 - 06:00 Europe/Berlin"));

        assertThat(JobSettingsReader.read("run/a.csv", given, Map.of()))
                .isEqualTo(new JobSettings(
                        Optional.of("move"),
                        Optional.of("vcgharbor1frontdesk001"),
                        true,
                        OnRejection.STOP,
                        true,
                        Optional.of("US"),
                        new Rails(
                                500,
                                true,
                                Optional.of(new FailureLimit(20, 50)),
                                5,
                                60,
                                Optional.of(new Window(
                                        LocalTime.of(22, 0), LocalTime.of(6, 0), ZoneId.of("Europe/Berlin"))))));
    }

    @ParameterizedTest
    @CsvSource({"dry-run", "dryRun", "DRY_RUN", "dryrun", "Dry-Run"})
    void namesMayBeWrittenInAnyWay(String name) {
        assertThat(metadata(name, "true").dryRun()).isTrue();
        assertThat(JobSettingsReader.read("run/a.csv", Map.of(), Map.of(name, "true"))
                        .dryRun())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "run/a.csv, false",
        "check/a.csv, true",
        "check/2026/a.csv, true",
        "team/check/a.csv, true",
        "run/check.csv, false",
        "recheck/a.csv, false"
    })
    void theFolderTellsADryRun(String key, boolean dryRun) {
        assertThat(JobSettingsReader.read(key, Map.of(), Map.of()).dryRun()).isEqualTo(dryRun);
    }

    @Test
    void theUploadWinsOverItsFolderAndTheStartOverTheUpload() {
        assertThat(JobSettingsReader.read("check/a.csv", Map.of("dry-run", "false"), Map.of())
                        .dryRun())
                .isFalse();
        assertThat(JobSettingsReader.read("run/a.csv", Map.of("dry-run", "false"), Map.of("dryRun", "true"))
                        .dryRun())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22:00-06:00",
                "22-06 UTC",
                "22:00-22:00 UTC",
                "25:00-06:00 UTC",
                "22:00-06:00 Atlantis",
                "always"
            })
    void aWindowIsTwoTimesAndAZone(String text) {
        assertThatThrownBy(() -> metadata("window", text))
                .isInstanceOf(JobSettingsException.class)
                .hasMessage("the job's setting window is " + text
                        + ": use two times and a zone, such as 22:00-06:00 Europe/Berlin or 22:00-06:00 UTC");
    }

    @Test
    void aJobMayHoldAsManyRowsAsTheDeploymentAllowsAndNoMore() {
        assertThat(JobSettingsReader.read("run/a.csv", new Given(Map.of()), 300)
                        .rails()
                        .mostRows())
                .isEqualTo(300);
        assertThatThrownBy(() -> JobSettingsReader.read("run/a.csv", new Given(Map.of("mostrows", "301")), 300))
                .hasMessage("the job's setting most-rows is 301: use a whole number from 1 to 300");
    }

    @Test
    void anEmptyValueLeavesThingsAsTheyAre() {
        assertThat(metadata("operation", "")).isEqualTo(JobSettings.asWritten());
        assertThat(metadata("dry-run", " ")).isEqualTo(JobSettings.asWritten());
    }

    @Test
    void metadataOfOthersIsLeftAlone() {
        assertThat(metadata("uploaded-by", "somebody")).isEqualTo(JobSettings.asWritten());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    dry-run       | maybe | the job's setting dryrun is maybe: use true or false
                    allow-release | 1     | the job's setting allowrelease is 1: use true or false
                    on-rejection  | skip  | the job's setting onRejection is skip: use continue or stop
                    allow-force   | maybe | the job's setting allowforce is maybe: use true or false
                    canary        | -1    | the job's setting canary is -1: use a whole number from 1 to 1000000
                    failure-sample | 0    | the job's setting failure-sample is 0: use a whole number from 1 to 1000000
                    failure-threshold | 101% | the job's setting failure-threshold is 101%: use a whole number of \
                    percent from 0 to 100, such as 20%
                    failure-threshold | 0.2 | the job's setting failure-threshold is 0.2: use a whole number of \
                    percent from 0 to 100, such as 20%
                    most-rows     | 0     | the job's setting most-rows is 0: use a whole number from 1 to 1000000
                    most-rows     | many  | the job's setting most-rows is many: use a whole number from 1 to 1000000
                    most-rows     | 1000001 | the job's setting most-rows is 1000001: use a whole number from 1 to 1000000
                    operation     | port  | the job's setting operation is port: use one of claim, move, associate, \
                    disassociate, update, release, describe
                    """)
    void aValueThatASettingCannotTakeIsNamed(String name, String value, String message) {
        assertThatThrownBy(() -> metadata(name, value))
                .isInstanceOf(JobSettingsException.class)
                .hasMessage(message);
    }

    @Test
    void aNameThatTheStartMisspellsIsNamed() {
        assertThatThrownBy(() -> JobSettingsReader.read("run/a.csv", Map.of(), Map.of("dry", "true")))
                .isInstanceOf(JobSettingsException.class)
                .hasMessage(
                        "a job has no setting dry: use one of allowforce, allowrelease, approvalhours, canary, country, dryrun, "
                                + "failuresample, failurethreshold, mostrows, onrejection, operation, target, "
                                + "toleratedbatches, window");
    }
}
