package io.numberferry.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConfirmationTest {
    private final Confirmation confirmation = new Confirmation();

    @Test
    void theFirstLookComesAfterASecond() {
        assertThat(confirmation.delay(1)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void eachFurtherLookComesAfterTwiceTheTimeUpToHalfAMinute() {
        assertThat(confirmation.delay(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(confirmation.delay(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(confirmation.delay(6)).isEqualTo(Duration.ofSeconds(30));
        assertThat(confirmation.delay(100)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aLookThatCameTooEarlyMakesLaterOnesComeLater() {
        confirmation.firstLook(false, confirmation.delay(1));

        assertThat(confirmation.delay(1)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void manyLooksThatCameTooEarlyTogetherTeachAsMuchAsOne() {
        Duration delay = confirmation.delay(1);
        for (int n = 0; n < 40; n++) {
            confirmation.firstLook(false, delay);
        }
        assertThat(confirmation.delay(1)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void aFirstLookComesNeverAfterLessThanAQuarterOfASecond() {
        for (int n = 0; n < 1_000; n++) {
            confirmation.firstLook(true, confirmation.delay(1));
        }
        assertThat(confirmation.delay(1)).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void aFirstLookComesNeverAfterMoreThanHalfAMinute() {
        for (int n = 0; n < 1_000; n++) {
            confirmation.firstLook(false, confirmation.delay(1));
        }
        assertThat(confirmation.delay(1)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void fewFirstLooksComeTooEarlyWhateverTheServiceTakes() {
        for (double typical : new double[] {0.3, 2, 10}) {
            assertThat(earlyLooks(typical)).isLessThan(0.04);
        }
    }

    /// The part of first looks that come too early, when the service takes up to a half more or less than
    /// usual.
    private static double earlyLooks(double typicalSeconds) {
        Confirmation confirmation = new Confirmation();
        Random random = new Random(1);
        int early = 0;
        for (int n = 0; n < 2_000; n++) {
            double takes = typicalSeconds * (0.5 + random.nextDouble());
            boolean finished = confirmation.delay(1).toMillis() >= takes * 1000;
            confirmation.firstLook(finished, confirmation.delay(1));
            early += finished ? 0 : 1;
        }
        return early / 2_000.0;
    }
}
