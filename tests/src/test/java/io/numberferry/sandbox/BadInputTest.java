package io.numberferry.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be run is refused in one sentence, without a stack trace and without a call.
final class BadInputTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingFile() {
        assertRefused(Typed.run(folder, "no/such.csv"), "there is no file no/such.csv: check the path");
    }

    @Test
    void aDirectory() {
        assertRefused(Typed.run(folder, "events"), "events is a directory: name a CSV file in it");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(
                Typed.run(folder, file("")),
                "manifest.csv: the file is empty; upload a CSV file with a header row and a row for each number.");
    }

    @Test
    void aHeaderWithoutRows() throws IOException {
        assertRefused(
                Typed.run(folder, file("phone_number,operation\n")),
                "manifest.csv: there is a header and no row below it; add a row for each number.");
    }

    @Test
    void aFileWithoutNumbers() throws IOException {
        assertRefused(
                Typed.run(folder, file("name,colour\nana,red\n")),
                "manifest.csv, line 1: no column is named phone_number; name the column with the numbers phone_number.");
    }

    @Test
    void anUnknownOperation() throws IOException {
        Path manifest = Path.of(file("phone_number\n+12065550100\n"));
        assertRefused(
                Typed.run(folder, manifest.toString(), "--operation", "teleport"),
                "the job's setting operation is teleport: use one of claim, move, associate, disassociate, update, "
                        + "release, describe");
    }

    @Test
    void moreRowsThanTheJobMayHold() throws IOException {
        String manifest = file("phone_number,operation\n+12065550100,describe\n+12065550101,describe\n");
        assertRefused(
                Typed.run(folder, manifest, "--most-rows", "1"),
                "manifest.csv has more rows than this job may hold, 1: split the file, or raise most-rows up to the "
                        + "deployment's MOST_ROWS");
    }

    @Test
    void aMissingWorld() throws IOException {
        assertRefused(
                Typed.run(folder, file("phone_number\n+12065550100\n"), "--world", "no/world.json"),
                "there is no world file no/world.json: give one with --world, or leave the option out");
    }

    @Test
    void anUnreadableWorld() throws IOException {
        Path world = Files.writeString(folder.resolve("world.json"), "{\"connect\": {\"planets\": []}}");
        assertRefused(Typed.run(folder, file("phone_number\n+12065550100\n"), "--world", world.toString()), "planets");
    }

    @Test
    void aStateThatIsNoDirectory() throws IOException {
        String state = file("not a directory");
        assertRefused(
                Typed.run(folder.resolve("out"), "events/mixed.csv", "--state", state),
                "--state cannot be " + state + ": it is no directory and cannot be made one");
    }

    @Test
    void anUnknownOption() {
        assertRefused(Typed.run(folder, "events/mixed.csv", "--fast"), "Unknown option: '--fast'");
    }

    @Test
    void aScaleThatIsNotPositive() {
        assertRefused(
                Typed.run(folder, "events/mixed.csv", "--quota-scale", "0"),
                "--quota-scale must be more than 0, not 0.0");
    }

    @Test
    void anEndpointThatIsNotOnThisMachine() {
        assertRefused(
                Typed.run(
                        Map.of("AWS_ENDPOINT_URL_CONNECT", "https://connect.us-west-2.amazonaws.com"),
                        folder,
                        "events/mixed.csv"),
                "AWS_ENDPOINT_URL_CONNECT is https://connect.us-west-2.amazonaws.com, which is not on this machine");
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("manifest.csv"), content).toString();
    }

    private static void assertRefused(Typed run, String reason) {
        assertThat(run.exitStatus()).isEqualTo(1);
        assertThat(run.errors())
                .startsWith("ferry: ")
                .contains(reason)
                .doesNotContain("\tat ")
                .hasLineCount(1);
    }
}
