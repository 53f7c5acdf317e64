package io.numberferry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.numberferry.domain.Outcome;
import io.numberferry.domain.Reason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The page as people meet it: in a browser, wide and narrow, light, dark and on paper.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageInBrowserTest {
    private static final int MANY = 100_000;

    /// Every element that shows text of its own, with the contrast of it against what is behind.
    private static final String FAINT = """
        const part = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
        const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
        const colour = (text) => text.match(/[\\d.]+/g).map(Number);
        const behind = (e) => {
          for (; e; e = e.parentElement) {
            const c = colour(getComputedStyle(e).backgroundColor);
            if (c.length < 4 || c[3] > 0) { return c; }
          }
          return [255, 255, 255];
        };
        return Array.from(document.body.querySelectorAll("*")).filter((e) =>
            !e.closest("script,svg,[hidden]")
            && Array.from(e.childNodes).some((n) => n.nodeType === 3 && n.textContent.trim()))
          .filter((e) => {
            const [a, b] = [light(colour(getComputedStyle(e).color)), light(behind(e))];
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
          })
          .map((e) => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40));
        """;

    private final Browser browser;
    private final Path folder;
    private final Path mixed;
    private final Path many;

    PageInBrowserTest(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(
                Browser.isInstalled(),
                "skipped: there is no chromium with its chromedriver on the PATH; on Debian, .ci/run installs both");
        this.folder = folder;
        mixed = folder.resolve("mixed.html");
        Files.writeString(mixed, Written.of(MixedJob.job(), MixedJob.rows()).page());
        many = folder.resolve("many.html");
        write(many);
        browser = Browser.start(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (Browser.isInstalled()) {
            browser.close();
        }
    }

    @BeforeEach
    void onALargeLightScreen() throws IOException, InterruptedException {
        screen(1_280, "light", "screen");
    }

    @Test
    void itSaysWhatTheJobWasAndWhatNeedsAPersonFirst() throws IOException, InterruptedException {
        open(mixed);

        assertThat(texts("h1")).containsExactly("run/numbers & more.csv");
        assertThat(texts(".state")).containsExactly("COMPLETED");
        assertThat(texts(".lead"))
                .containsExactly("The job completed. 4 of 12 rows are as asked. 8 rows need a person.");
        assertThat(texts("h3"))
                .containsExactly(
                        "Claims that are about to be lost 1 row",
                        "Numbers that callers do not reach now 1 row",
                        "Numbers without a flow 1 row",
                        "Look these up: they may have been done 1 row",
                        "Refused by the service 2 rows",
                        "Not valid as written 1 row",
                        "Not reached 1 row",
                        "The plan warned");
        assertThat(texts("time")).containsExactly("2026-03-02 09:00 UTC");
    }

    @Test
    void aSearchLeavesTheRowsThatHaveEveryWord() throws IOException, InterruptedException {
        open(mixed);
        browser.type("#filter", "0104 claim");

        assertThat(numbers()).containsExactly("+12065550104");
        assertThat(texts("#shown")).containsExactly("Rows 1 to 1 of 1 that match.");

        browser.type("#filter", "no such text");
        assertThat(numbers()).isEmpty();
        assertThat(texts("#shown")).containsExactly("No row matches.");
    }

    @Test
    void aCauseLeadsToItsRows() throws IOException, InterruptedException {
        open(mixed);
        browser.click("a[data-code=FLOW_NOT_ATTACHED]");

        assertThat(numbers()).containsExactly("+12065550106");
        assertThat(browser.run("return document.getElementById('only').value").asText())
                .isEqualTo("FLOW_NOT_ATTACHED");
    }

    @Test
    void aColumnSortsUpAndThenDown() throws IOException, InterruptedException {
        open(mixed);
        assertThat(lines()).startsWith("4", "6", "3", "10");

        browser.click("#rows thead th:first-child button");
        assertThat(lines()).startsWith("2", "3", "4").endsWith("12", "14");
        assertThat(sorted()).isEqualTo("ascending");

        browser.click("#rows thead th:first-child button");
        assertThat(lines()).startsWith("14", "12").endsWith("3", "2");
        assertThat(sorted()).isEqualTo("descending");
    }

    @Test
    void theKeyboardReachesSearchSortAndPages() throws IOException, InterruptedException {
        open(many);
        browser.run("document.getElementById('attention').focus()");
        browser.press("\uE004");
        browser.press("line 77777");
        browser.await("document.querySelectorAll('#rows tbody tr').length === 1");

        browser.press("\uE004\uE004\uE006");
        assertThat(sorted()).isEqualTo("ascending");
    }

    @Test
    void aHundredThousandRowsAreSearchedSortedAndPaged() throws IOException, InterruptedException {
        open(many);
        assertThat(texts("#shown")).containsExactly("Rows 1 to 50 of 100,000 that match.");

        browser.type("#filter", "line 99999");
        assertThat(lines()).containsExactly("99999");

        browser.type("#filter", "PARTLY_DONE");
        assertThat(texts("#shown")).containsExactly("Rows 1 to 50 of 1,000 that match.");

        browser.type("#filter", " ");
        browser.click("#rows thead th:first-child button");
        browser.click("#pager button:last-child");
        assertThat(texts("#extent"))
                .containsExactly("Page 2,000 of 2,000; report.csv has all rows in the order of the file");
        assertThat(lines()).hasSize(50).endsWith("100000", "100001");

        browser.run(
                "const p = document.querySelector('#pager input'); p.value = 3; p.dispatchEvent(new Event('change'))");
        assertThat(lines()).hasSize(50).startsWith("102");
    }

    @Test
    void hostileCellsAreTextAndNothingElse() throws IOException, InterruptedException {
        Path page = folder.resolve("hostile.html");
        String text = "</script><script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">"
                + " <!-- \"'&amp; \u202E0010\u202C ]]> {{lead}} \u2028";
        ReportRow row = ReportRow.of(MixedJob.planned(2), Outcome.of(Reason.REFUSED, text));
        Files.writeString(
                page,
                Written.of(Jobs.completed(MixedJob.header(), 1), List.of(row)).page());
        open(page);

        String shown = text.replace('\u202E', '\uFFFD').replace('\u202C', '\uFFFD');
        assertThat(browser.run("return document.querySelector('#rows tbody tr').cells[5].textContent")
                        .asText())
                .isEqualTo(shown);
        assertThat(browser.run("return document.title").asText()).startsWith("Numberferry: ");
        assertThat(browser.run("return document.querySelectorAll('img, script').length")
                        .asInt())
                .isEqualTo(2);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void nothingIsLoadedAndNothingBreaksThePolicy() throws IOException, InterruptedException {
        open(mixed);

        assertThat(browser.run("return performance.getEntriesByType('resource').map((r) => r.name)"))
                .isEmpty();
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aPhoneShowsItWithoutScrollingSideways() throws IOException, InterruptedException {
        for (int width : new int[] {320, 390, 800}) {
            screen(width, "light", "screen");
            open(mixed);
            assertThat(browser.run("return document.documentElement.scrollWidth")
                            .asInt())
                    .as(width + " wide")
                    .isLessThanOrEqualTo(width);
        }
    }

    @Test
    void textStandsOutInLightAndDark() throws IOException, InterruptedException {
        for (String scheme : new String[] {"light", "dark"}) {
            screen(390, scheme, "screen");
            open(mixed);
            assertThat(browser.run(FAINT)).as(scheme).isEmpty();
        }
        assertThat(background()).isEqualTo("rgb(13, 17, 23)");
    }

    @Test
    void paperIsWhiteAndHasNoControls() throws IOException, InterruptedException {
        screen(800, "dark", "print");
        open(mixed);

        assertThat(background()).isEqualTo("rgb(255, 255, 255)");
        assertThat(browser.run("return ['tools', 'pager'].map((id) =>"
                                + " getComputedStyle(document.getElementById(id)).display).join()")
                        .asText())
                .isEqualTo("none,none");
        assertThat(lines()).hasSize(12);
        assertThat(browser.run(FAINT)).isEmpty();
        assertThat(browser.devTools("Page.printToPDF", Map.of()).path("data").asText())
                .startsWith("JVBERi");
    }

    @Test
    void headingsGoDownStepByStep() throws IOException, InterruptedException {
        open(mixed);
        List<Integer> levels = StreamSupport.stream(
                        browser.run("return Array.from(document.querySelectorAll('h1,h2,h3,h4'), (h) => +h.tagName[1])")
                                .spliterator(),
                        false)
                .map(JsonNode::asInt)
                .toList();

        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        assertThat(IntStream.range(1, levels.size()).map(i -> levels.get(i) - levels.get(i - 1)))
                .allMatch(step -> step <= 1);
    }

    private static void write(Path page) throws IOException {
        Iterator<ReportRow> rows = IntStream.range(2, MANY + 2)
                .mapToObj(line -> ReportRow.of(
                        MixedJob.planned(line),
                        Outcome.of(line % 100 == 0 ? Reason.PARTLY_DONE : Reason.DONE, "line " + line)))
                .iterator();
        OutputStream none = OutputStream.nullOutputStream();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(page));
                SeekableByteChannel scratch = Written.scratch()) {
            ReportWriter.write(
                    Jobs.completed(MixedJob.header(), MANY),
                    AsManifest.reading(),
                    rows,
                    new ReportFiles(none, none, none, none, none, out, scratch));
        }
    }

    private void open(Path page) throws IOException, InterruptedException {
        browser.open(page);
        browser.await("document.documentElement.dataset.ready");
    }

    private void screen(int width, String scheme, String media) throws IOException, InterruptedException {
        browser.devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", width < 600));
        browser.devTools(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private String background() throws IOException, InterruptedException {
        return browser.run("return getComputedStyle(document.body).backgroundColor")
                .asText();
    }

    private String sorted() throws IOException, InterruptedException {
        return browser.run("return document.querySelector('#rows [aria-sort]').getAttribute('aria-sort')")
                .asText();
    }

    private List<String> lines() throws IOException, InterruptedException {
        return texts("#rows tbody th");
    }

    private List<String> numbers() throws IOException, InterruptedException {
        return texts("#rows tbody td[data-name=Number]");
    }

    private List<String> texts(String selector) throws IOException, InterruptedException {
        JsonNode texts = browser.run(
                "return Array.from(document.querySelectorAll(arguments[0]), (e) => e.textContent)", selector);
        return StreamSupport.stream(texts.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
