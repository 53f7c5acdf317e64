package io.numberferry.aws.storage;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// An object on its way to S3. It appears whole when it is completed; closed before that, it never appears.
///
/// ```
/// try (S3Upload upload = objects.upload(bucket, key, "text/csv")) {
///     upload.write(…);
///     upload.complete();
/// }
/// ```
///
/// Holds one part in memory, whatever the object's size. Throws [StorageUnavailableException] where other
/// streams throw an IOException. For use by one thread.
public final class S3Upload extends OutputStream {
    /// The smallest part that S3 takes; the 10,000 parts it allows then make 48.8 GiB.
    private static final int PART_BYTES = 5 * 1024 * 1024;

    private final UploadRequests requests;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final List<CompletedPart> parts = new ArrayList<>();
    private Optional<String> uploadId = Optional.empty();
    private boolean ended;

    S3Upload(UploadRequests requests) {
        this.requests = requests;
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (ended) {
            throw new IllegalStateException("the upload has ended");
        }
        int from = offset;
        while (from < offset + length) {
            if (part.size() == PART_BYTES) {
                sendPart();
            }
            int taken = Math.min(offset + length - from, PART_BYTES - part.size());
            part.write(bytes, from, taken);
            from += taken;
        }
    }

    /// Writes all the bytes.
    void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    private void sendPart() {
        String id = uploadId.orElseGet(requests::begin);
        uploadId = Optional.of(id);
        parts.add(requests.putPart(id, parts.size() + 1, part.toByteArray()));
        part.reset();
    }

    /// Makes the object visible with all that was written. Writers around this stream have to be flushed
    /// before.
    public void complete() {
        if (uploadId.isEmpty()) {
            requests.putWhole(part.toByteArray());
        } else {
            sendPart();
            requests.complete(uploadId.get(), parts);
        }
        ended = true;
    }

    /// Gives the object up unless it was completed.
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            uploadId.ifPresent(requests::abort);
        }
    }
}
