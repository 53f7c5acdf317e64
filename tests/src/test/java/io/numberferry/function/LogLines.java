package io.numberferry.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/// Takes the lines of this package as the functions' own log settings write them, for as long as it is open.
final class LogLines implements AutoCloseable {
    private static final URI SETTINGS =
            Path.of("functions/src/main/resources/log4j2.xml").toUri();
    private static final String PACKAGE = LogLines.class.getPackageName();

    private final List<String> lines = new ArrayList<>();
    private final LoggerContext context = LoggerContext.getContext(false);

    LogLines() {
        Configuration settings = ConfigurationFactory.getInstance().getConfiguration(context, "functions", SETTINGS);
        settings.initialize();
        Taking appender = new Taking(event -> lines.add(
                new String(settings.getAppender("json").getLayout().toByteArray(event), StandardCharsets.UTF_8)));
        appender.start();
        LoggerConfig taken = new LoggerConfig(PACKAGE, settings.getRootLogger().getLevel(), false);
        taken.addAppender(appender, null, null);
        context.getConfiguration().addLogger(PACKAGE, taken);
        context.updateLoggers();
    }

    private static final class Taking extends AbstractAppender {
        private final Consumer<LogEvent> taker;

        Taking(Consumer<LogEvent> taker) {
            super("taking", null, null, false, Property.EMPTY_ARRAY);
            this.taker = taker;
        }

        @Override
        public void append(LogEvent event) {
            taker.accept(event);
        }
    }

    /// What was logged so far, a text of JSON each.
    List<String> lines() {
        return List.copyOf(lines);
    }

    JsonNode line(int index) {
        try {
            return new ObjectMapper().readTree(lines.get(index));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(lines.get(index), e);
        }
    }

    @Override
    public void close() {
        context.getConfiguration().removeLogger(PACKAGE);
        context.updateLoggers();
    }
}
