package io.numberferry.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.ConsoleAppender;
import org.junit.jupiter.api.Test;

class LogSettingsTest {
    @Test
    void onlyErrorsAreLoggedAndToStandardError() {
        var settings = LoggerContext.getContext(false).getConfiguration();

        assertThat(settings.getRootLogger().getLevel()).isEqualTo(Level.ERROR);
        assertThat(settings.getAppenders().values())
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsoleAppender.class,
                        console -> assertThat(console.getTarget()).isEqualTo(ConsoleAppender.Target.SYSTEM_ERR));
    }
}
