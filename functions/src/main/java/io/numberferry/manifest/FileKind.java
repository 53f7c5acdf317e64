package io.numberferry.manifest;

import io.numberferry.manifest.ManifestException.Place;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// Recognises files that are no text by their first bytes, so that they are refused by name.
final class FileKind {
    /// Enough bytes to tell a workbook from another archive, whose first entry names its parts.
    static final int BYTES = 4096;

    private static final String AS_CSV = "save the sheet as \"CSV UTF-8\" and upload that file";
    private static final String AS_UTF8 = "save it with the encoding UTF-8 (in a spreadsheet: \"CSV UTF-8\")";
    private static final String UNPACKED = "unpack it and upload the CSV file inside";

    private static final List<Kind> KINDS = List.of(
            new Kind("1F8B", "it is compressed with gzip", UNPACKED),
            new Kind("504B0304", "it is a zip archive", UNPACKED),
            new Kind("425A68", "it is compressed with bzip2", UNPACKED),
            new Kind("28B52FFD", "it is compressed with Zstandard", UNPACKED),
            new Kind("FD377A585A00", "it is compressed with xz", UNPACKED),
            new Kind("D0CF11E0", "it is an Excel workbook (xls), not CSV", AS_CSV),
            new Kind("25504446", "it is a PDF document, not CSV", AS_CSV),
            new Kind("50415231", "it is a Parquet file, not CSV", AS_CSV),
            new Kind("3C", "it looks like HTML or XML, not CSV", AS_CSV),
            new Kind("7B", "it looks like JSON, not CSV", AS_CSV),
            new Kind("5B", "it looks like JSON, not CSV", AS_CSV));

    private record Kind(String hexPrefix, String reason, String remedy) {
        boolean begins(byte[] start) {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(start, 0, Math.min(start.length, 8))
                    .startsWith(hexPrefix);
        }
    }

    private FileKind() {}

    /// @param start the first bytes of the file, at most [#BYTES]
    /// @throws ManifestException when they cannot begin a CSV file
    static void check(String file, byte[] start) {
        if (start.length == 0) {
            throw refusal(file, "the file is empty", "upload a CSV file with a header row and a row for each number");
        }
        if (isWorkbook(start)) {
            throw refusal(file, "it is an Excel workbook (xlsx), not CSV", AS_CSV);
        }
        KINDS.stream().filter(kind -> kind.begins(start)).findFirst().ifPresent(kind -> {
            throw refusal(file, kind.reason(), kind.remedy());
        });
        if (Encoding.of(start) == Encoding.UTF_8) {
            checkZeros(file, start);
        }
    }

    /// Without a mark nobody can say for certain which of two encodings a file has.
    private static void checkZeros(String file, byte[] start) {
        if (hasUtf32Zeros(start)) {
            throw refusal(file, "it is UTF-32 text without a byte order mark", AS_UTF8);
        }
        if (hasUtf16Zeros(start)) {
            throw refusal(file, "it is UTF-16 text without a byte order mark", AS_UTF8);
        }
    }

    private static boolean isWorkbook(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return text.startsWith("PK\u0003\u0004") && (text.contains("[Content_Types].xml") || text.contains("xl/"));
    }

    /// Plain text in UTF-16 has a zero as every other byte.
    private static boolean hasUtf16Zeros(byte[] start) {
        return start.length >= 4 && (hasZeros(start, 0) || hasZeros(start, 1));
    }

    /// Plain text in UTF-32 has zeros as three bytes of four.
    private static boolean hasUtf32Zeros(byte[] start) {
        return start.length >= 4 && start[1] == 0 && start[2] == 0 && (start[0] == 0) != (start[3] == 0);
    }

    private static boolean hasZeros(byte[] bytes, int first) {
        return bytes[first] == 0 && bytes[first + 2] == 0;
    }

    private static ManifestException refusal(String file, String reason, String remedy) {
        return new ManifestException(file, Place.FILE, reason, remedy);
    }
}
