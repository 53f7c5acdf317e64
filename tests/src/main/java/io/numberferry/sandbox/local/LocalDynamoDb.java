package io.numberferry.sandbox.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/// DynamoDB on loopback, at a free port, in this JVM.
///
/// The engine is DynamoDB Local's, the server around it ours: the bundled one listens on every network
/// interface and reports its start to AWS. Safe for use by many threads.
public final class LocalDynamoDb implements AutoCloseable {
    /// A request holds a thread while SQLite works, and SQLite takes one writer at a time: more would only
    /// queue.
    private static final int MAX_THREADS = 32;

    /// Held, because the JDK forgets the level of a logger that nobody refers to.
    private static final Logger SQLITE_LOG = Logger.getLogger("com.almworks.sqlite4java");

    private final Optional<OwnedDirectory> directory;
    private final LocalDynamoDBRequestHandler engine;
    private final Server server;
    private final ServerConnector connector;

    private LocalDynamoDb(Optional<OwnedDirectory> directory) {
        this.directory = directory;
        engine = engineOf(directory);
        var threads = new QueuedThreadPool(MAX_THREADS);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost(LocalAccount.LOOPBACK);
        server.addConnector(connector);
        server.setHandler(new LocalDynamoDBServerHandler(engine, null));
    }

    private static LocalDynamoDBRequestHandler engineOf(Optional<OwnedDirectory> directory) {
        return directory
                .map(owned -> TableFile.engineIn(owned.path()))
                .orElseGet(() -> new LocalDynamoDBRequestHandler(0, true, null, true, false));
    }

    /// Starts the service; it answers once this returns.
    ///
    /// @param directory where tables are kept, made when missing; empty for tables that end with this object.
    ///     Every answered write survives the death of this process, if not that of the machine
    /// @throws java.io.UncheckedIOException when the directory cannot be made or written
    /// @throws IllegalStateException when the directory is in use, or the service does not start
    public static LocalDynamoDb start(Optional<Path> directory) {
        SQLITE_LOG.setLevel(Level.SEVERE);
        var started = new LocalDynamoDb(directory.map(OwnedDirectory::claim));
        try {
            started.server.start();
            return started;
        } catch (Exception e) {
            started.close();
            throw new IllegalStateException("The local DynamoDB did not start: " + e.getMessage(), e);
        }
    }

    /// The endpoint, for example `http://127.0.0.1:40001`.
    public URI uri() {
        return URI.create("http://%s:%d".formatted(LocalAccount.LOOPBACK, connector.getLocalPort()));
    }

    /// Makes an on-demand table; one of that name that is there already is left as it is, whatever its keys.
    public void createTable(String name, TableKey partition, Optional<TableKey> sort) {
        if (!hasTable(name)) {
            engine.createTable(
                    LocalAccount.ACCESS_KEY_ID, LocalAccount.REGION, TableKey.tableRequest(name, partition, sort));
        }
    }

    private boolean hasTable(String name) {
        return engine.listTables(
                        LocalAccount.ACCESS_KEY_ID,
                        LocalAccount.REGION,
                        ListTablesRequest.builder().build())
                .tableNames()
                .contains(name);
    }

    /// Stops answering, then closes the tables' file.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The local DynamoDB did not stop: " + e.getMessage(), e);
        } finally {
            engine.shutdown();
            directory.ifPresent(OwnedDirectory::close);
        }
    }
}
