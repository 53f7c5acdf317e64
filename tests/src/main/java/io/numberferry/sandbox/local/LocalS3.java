package io.numberferry.sandbox.local;

import io.numberferry.sandbox.local.nio2blob.DiskStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// S3 on loopback, at a free port, in this JVM. Safe for use by many threads.
///
/// Differs from the real one where keys are kept as paths, in memory too: `a` and `a/b` cannot both be
/// objects, and on disk the last segment of a key has at most 218 bytes. If-None-Match is atomic, If-Match
/// is not. Tags and notifications are not known (501).
public final class LocalS3 implements AutoCloseable {
    private final Optional<OwnedDirectory> directory;
    private final BlobStore store;
    private final S3Proxy server;

    private LocalS3(Optional<OwnedDirectory> directory, Consumer<ObjectCreated> listener) {
        this.directory = directory;
        store = new WatchedStore(storeOf(directory), listener);
        server = serverOf(store);
    }

    private static BlobStore storeOf(Optional<OwnedDirectory> directory) {
        return directory
                .<BlobStore>map(owned -> DiskStore.open(owned.path().resolve("buckets")))
                .orElseGet(TransientNio2BlobStore::new);
    }

    private static S3Proxy serverOf(BlobStore store) {
        S3Proxy server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://%s:0".formatted(LocalAccount.LOOPBACK)))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, LocalAccount.ACCESS_KEY_ID, LocalAccount.SECRET_ACCESS_KEY)
                .ignoreUnknownHeaders(true)
                // Zero, because the server would otherwise wait for the clients' idle connections to be closed.
                .stopTimeout(0)
                .build();
        WholeRequests.readBy(server);
        return server;
    }

    /// Starts the service without a listener, see [#start(Optional, Consumer)].
    public static LocalS3 start(Optional<Path> directory) {
        return start(directory, _ -> {});
    }

    /// Starts the service; it answers once this returns.
    ///
    /// @param directory where objects are kept, made when missing; empty for objects that end with this
    ///     object. Every answered write survives the death of this process
    /// @param listener told of each created object, on the request's thread and before the writer has its
    ///     answer. What takes long belongs on a thread of its own; what it throws fails the request although
    ///     the object is there
    /// @throws IllegalArgumentException when the directory's file system cannot hold what belongs to an
    ///     object
    /// @throws java.io.UncheckedIOException when the directory cannot be made or written
    /// @throws IllegalStateException when the directory is in use, or the service does not start
    public static LocalS3 start(Optional<Path> directory, Consumer<ObjectCreated> listener) {
        var started = new LocalS3(directory.map(OwnedDirectory::claim), listener);
        try {
            started.server.start();
            return started;
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException("The local S3 did not start: " + e.getMessage(), e);
        }
    }

    /// The endpoint, for example `http://127.0.0.1:40000`.
    public URI uri() {
        return URI.create("http://%s:%d".formatted(LocalAccount.LOOPBACK, server.getPort()));
    }

    /// Makes a bucket that keeps versions; one of that name that is there already keeps what it holds.
    public void createBucket(String name) {
        if (!store.containerExists(name)) {
            store.createContainer(name);
        }
        store.putBucketVersioning(name, BucketVersioningStatus.ENABLED);
    }

    /// Stops answering, at once: a request under way is cut off.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The local S3 did not stop: " + e.getMessage(), e);
        } finally {
            store.close();
            directory.ifPresent(OwnedDirectory::close);
        }
    }
}
