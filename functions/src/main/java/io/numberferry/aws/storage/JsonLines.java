package io.numberferry.aws.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/// Reads an object that holds one JSON value per line, one line at a time.
final class JsonLines<T> implements Iterator<T>, AutoCloseable {
    private final String source;
    private final BufferedReader lines;
    private final ObjectReader reader;
    private @Nullable String ahead;
    private int read;

    /// @param source what is read, for messages
    /// @param reader of a `T`
    private JsonLines(String source, InputStream content, ObjectReader reader) {
        this.source = source;
        this.lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8));
        this.reader = reader;
        this.ahead = nextLine();
    }

    /// @param source what is read, for messages
    /// @param reader of a `T`
    /// @return to be closed by the caller, and the content with it; reads on as values are taken
    static <T> Stream<T> stream(String source, InputStream content, ObjectReader reader) {
        JsonLines<T> values = new JsonLines<>(source, content, reader);
        var inOrder = Spliterators.spliteratorUnknownSize(values, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(inOrder, false).onClose(values::close);
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public T next() {
        String line = ahead;
        if (line == null) {
            throw new NoSuchElementException();
        }
        read++;
        ahead = nextLine();
        try {
            return reader.readValue(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "%s, line %d, was not written by this version: %s".formatted(source, read, e.getOriginalMessage()),
                    e);
        }
    }

    private @Nullable String nextLine() {
        try {
            return lines.readLine();
        } catch (IOException | SdkException e) {
            throw new StorageUnavailableException("%s broke off: %s".formatted(source, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new StorageUnavailableException("%s could not be closed: %s".formatted(source, e.getMessage()), e);
        }
    }
}
