package io.numberferry.manifest;

/// The manifest cannot be read at all, so no row of it may be carried out. The message is one sentence for
/// the person who made the file: file, line, column, what is wrong and what to do.
public final class ManifestException extends RuntimeException {
    private final int line;

    /// @param file the file as its owner knows it
    /// @param place where in the file
    /// @param reason what is wrong, a clause
    /// @param remedy what to do about it, a clause
    ManifestException(String file, Place place, String reason, String remedy) {
        super("%s%s: %s; %s.".formatted(file, place.words(), reason, remedy));
        this.line = place.line();
    }

    /// The 1-based line at fault; 0 when the whole file is.
    public int line() {
        return line;
    }

    /// @param line 1-based; 0 for the whole file
    /// @param column 1-based; 0 for the whole line
    record Place(int line, int column) {
        static final Place FILE = new Place(0, 0);

        static Place line(int line) {
            return new Place(line, 0);
        }

        private String words() {
            return (line == 0 ? "" : ", line " + line) + (column == 0 ? "" : ", column " + column);
        }
    }
}
