package io.numberferry.aws.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// A file of rows being written, one JSON value a line, by ascending line of the manifest.
final class LineFile implements AutoCloseable {
    private static final byte[] END = {'\n'};

    private final S3Upload upload;
    private final JsonMapper json;
    private int lastLine;
    private int rows;

    LineFile(S3Upload upload, JsonMapper json) {
        this.upload = upload;
        this.json = json;
    }

    /// @param line the row's 1-based line in the manifest
    void add(int line, Object value) {
        if (line <= lastLine) {
            throw new IllegalArgumentException(
                    "rows are written in the order of their lines, but %d came after %d".formatted(line, lastLine));
        }
        lastLine = line;
        rows++;
        upload.writeBytes(bytes(value));
        upload.writeBytes(END);
    }

    int rows() {
        return rows;
    }

    void complete() {
        upload.complete();
    }

    @Override
    public void close() {
        upload.close();
    }

    private byte[] bytes(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of a plan has a fixed form", e);
        }
    }
}
