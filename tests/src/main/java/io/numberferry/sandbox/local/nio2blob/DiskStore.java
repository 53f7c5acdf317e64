package io.numberferry.sandbox.local.nio2blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.concurrent.atomic.AtomicLong;
import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;
import org.jspecify.annotations.Nullable;

/// A directory of buckets, whose objects are files, versions included.
///
/// s3proxy can keep versions on any file system but offers it in memory only, because its count of versions
/// begins anew with each process. Here it begins with the clock.
public final class DiskStore extends AbstractNio2BlobStore {
    private static final String PROBE = "user.numberferry-probe";

    /// More than can be written in a millisecond, so that a process never counts what an earlier one has
    /// counted.
    private static final long VERSIONS_PER_MILLISECOND = 1_000;

    private DiskStore(Path buckets) {
        super(buckets);
    }

    /// @param buckets made when missing; nobody else may write there until this process ends
    /// @throws IllegalArgumentException when the file system keeps no user attributes, without which s3proxy
    ///     would drop ETags and user metadata and not say so
    /// @throws UncheckedIOException when the directory cannot be made or written
    public static DiskStore open(Path buckets) {
        try {
            requireAttributes(Files.createDirectories(buckets));
            UnfinishedWrites.remove(buckets);
        } catch (IOException e) {
            throw new UncheckedIOException("No objects can be kept in %s: %s".formatted(buckets, e), e);
        }
        versionCount().accumulateAndGet(System.currentTimeMillis() * VERSIONS_PER_MILLISECOND, Math::max);
        return new DiskStore(buckets);
    }

    @Override
    public boolean supportsVersioning() {
        return true;
    }

    private static void requireAttributes(Path directory) {
        if (!keepsAttributes(Files.getFileAttributeView(directory, UserDefinedFileAttributeView.class))) {
            throw new IllegalArgumentException(
                    ("%s is on a file system without extended attributes, where S3 objects would lose their metadata;"
                                    + " choose a directory on a local disk")
                            .formatted(directory));
        }
    }

    private static boolean keepsAttributes(@Nullable UserDefinedFileAttributeView view) {
        if (view == null) {
            return false;
        }
        try {
            view.write(PROBE, ByteBuffer.allocate(1));
            view.delete(PROBE);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static AtomicLong versionCount() {
        try {
            return (AtomicLong) MethodHandles.privateLookupIn(AbstractNio2BlobStore.class, MethodHandles.lookup())
                    .findStaticVarHandle(AbstractNio2BlobStore.class, "VERSION_SEQUENCE", AtomicLong.class)
                    .get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the s3proxy that was built against: " + e.getMessage(), e);
        }
    }
}
