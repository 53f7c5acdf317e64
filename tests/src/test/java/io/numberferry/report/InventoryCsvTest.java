package io.numberferry.report;

import static io.numberferry.report.Numbers.FLOW;
import static io.numberferry.report.Numbers.GROUP;
import static io.numberferry.report.Numbers.HERE;
import static io.numberferry.report.Numbers.THERE;
import static io.numberferry.report.Numbers.instance;
import static io.numberferry.report.Numbers.onChime;
import static org.assertj.core.api.Assertions.assertThat;

import io.numberferry.domain.Holding;
import io.numberferry.domain.PhoneNumber;
import io.numberferry.domain.Samples;
import io.numberferry.domain.Tags;
import io.numberferry.domain.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryCsvTest {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final InventoryCsv csv = new InventoryCsv(file, AsManifest.reading());

    private void connect(int n, String targetArn, String description, String... flowsAt) {
        connect(n, targetArn, description, Tags.none(), flowsAt);
    }

    private void connect(int n, String targetArn, String description, Tags tags, String... flowsAt) {
        List<Holding.Ringing> flows = new ArrayList<>();
        for (String at : flowsAt) {
            Target.Instance instance = instance(at);
            flows.add(new Holding.Ringing(instance, FLOW));
        }
        csv.write(new Holding.OnConnect(number("+120655501%02d", n), targetArn, description, tags, flows));
    }

    private void chime(int n, String type, String calling, String name, String association) {
        csv.write(new Holding.OnChime(number("+150355501%02d", n), onChime(type, calling, name, association)));
    }

    private static PhoneNumber number(String pattern, int n) {
        return new PhoneNumber(pattern.formatted(n));
    }

    private String written() {
        csv.finish();
        return file.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFormatIsTheManifestsOwn() throws IOException {
        connect(0, HERE, "", HERE);
        connect(1, THERE, "=SUM(A1), \"quoted\"");
        connect(2, GROUP, "Both", HERE);
        connect(3, GROUP, "", HERE, THERE);
        connect(4, HERE, "CLEAR");
        connect(5, HERE, " blanks around ");
        connect(6, HERE, "Sales", Samples.tags("team", "sales", "note", "a;b=c\\d"));
        connect(7, HERE, "", Samples.tags("a=b", "=SUM(A1)", "empty", ""));
        connect(8, HERE, "Tags lost", Samples.tags("blank", " around "));
        chime(0, "VoiceConnector", "Harbor Desk", "Harbor", "vcgharbor1frontdesk001");
        chime(1, "SipMediaApplicationDialIn", "", "", "");
        chime(2, "VoiceConnector", "", "-dash", "vc/vcharbor1trunk00000001");
        chime(3, "BusinessCalling", "", "", "sip-rule/aaaa");
        chime(4, "VoiceConnector", "way too long a name", "", "");

        Golden.assertSame("inventory.csv", written());
    }

    @Test
    void numbersRowsAndWhatIsLeftOutAreCounted() {
        connect(0, HERE, "Front desk", HERE);
        connect(1, "arn:aws:connect:us-west-2:111122223333:elsewhere/1", "");
        chime(0, "VoiceConnector", "", "", "vc/vcharbor1trunk00000001");

        assertThat(csv.finish()).isEqualTo(new InventoryCsv.Count(2, 4, 1));
    }
}
