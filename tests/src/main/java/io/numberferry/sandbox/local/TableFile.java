package io.numberferry.sandbox.local;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/// Tables in an SQLite file that is not synced to the disk after every write.
///
/// What was written outlives this process, because the operating system has it, but perhaps not a power cut.
/// Synced, a disk that is busy or slow takes fewer than a hundred writes a second.
final class TableFile extends SQLiteDBAccess {
    /// DynamoDB Local's own name for the tables that all Regions and access keys share.
    private static final String SHARED = "shared-local-instance";

    /// As many as DynamoDB Local takes for its work in the background, such as removing expired items.
    private static final int JOB_THREADS = 10;

    private TableFile(Path file) {
        super(file.toFile());
        queue.execute(new NoSync()).complete();
    }

    /// An engine whose tables are in that directory.
    static LocalDynamoDBRequestHandler engineIn(Path directory) {
        var engine = new LocalDynamoDBRequestHandler(0, false, directory.toString(), true, false);
        var jobs = new JobsRegister(Executors.newFixedThreadPool(JOB_THREADS), false);
        tablesOf(engine).put(SHARED, new LocalDBClient(new TableFile(directory.resolve(SHARED + ".db")), jobs));
        return engine;
    }

    /// The engine looks its tables up here before it opens a file of its own.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> tablesOf(LocalDynamoDBRequestHandler engine) {
        try {
            Field field = LocalDynamoDBRequestHandler.class.getDeclaredField("dbRequestHandlers");
            field.setAccessible(true);
            return (Map<String, Object>) field.get(engine);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This is not the DynamoDB Local that was built against: " + e.getMessage(), e);
        }
    }

    private static final class NoSync extends SQLiteJob<Boolean> {
        @Override
        protected Boolean job(SQLiteConnection connection) throws SQLiteException {
            connection.exec("PRAGMA synchronous = OFF");
            return true;
        }
    }
}
