package io.numberferry.aws.storage;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/// Lets requests through and, when told to, loses the answer on its way back.
final class LossyHttp implements SdkHttpClient {
    private final SdkHttpClient real = Clients.http();
    private final AtomicInteger lost = new AtomicInteger(-1);
    private final AtomicInteger sent = new AtomicInteger();

    /// Loses the answer to the next request.
    void loseNextAnswer() {
        loseAnswerAfter(0);
    }

    /// Lets some requests be answered, and loses the answer to the one that follows.
    void loseAnswerAfter(int answers) {
        lost.set(sent.get() + answers + 1);
    }

    /// How many requests were sent, repetitions included.
    int sent() {
        return sent.get();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest prepared = real.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                HttpExecuteResponse answer = prepared.call();
                if (sent.incrementAndGet() == lost.get()) {
                    throw new IOException("the answer was lost");
                }
                return answer;
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public void close() {
        real.close();
    }
}
