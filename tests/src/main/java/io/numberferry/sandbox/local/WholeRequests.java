package io.numberferry.sandbox.local;

import java.lang.reflect.Field;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.shaded.org.eclipse.jetty.http.HttpHeader;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.server.Server;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Reads every request to its end, also one that is refused.
///
/// s3proxy answers, for example, 412 once it has the content, while the checksum that follows it is under
/// way. The server would then close the connection, and the client take a broken pipe for the answer. A
/// client that waits to be asked for its content is asked at once, and answered when it begins to send: the
/// JDK's would miss an answer that comes together with the request to go on.
final class WholeRequests extends Handler.Wrapper {
    private WholeRequests(Handler handler) {
        super(handler);
    }

    /// To be called before the server starts.
    static void readBy(S3Proxy s3) {
        try {
            Field field = S3Proxy.class.getDeclaredField("server");
            field.setAccessible(true);
            var server = (Server) field.get(s3);
            server.setHandler(new WholeRequests(server.getHandler()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This is not the s3proxy that was built against: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var afterContent = new Callback.Nested(callback) {
            @Override
            public void succeeded() {
                Content.Source.consumeAll(request, Callback.from(super::succeeded, super::failed));
            }
        };
        if (!request.getHeaders().contains(HttpHeader.EXPECT)) {
            return super.handle(request, response, afterContent);
        }
        // On another thread, because one demand is served at a time, and the handler will have its own.
        request.demand(() -> request.getContext().execute(() -> handleContent(request, response, afterContent)));
        return true;
    }

    private void handleContent(Request request, Response response, Callback callback) {
        try {
            super.handle(request, response, callback);
        } catch (Exception e) {
            callback.failed(e);
        }
    }
}
