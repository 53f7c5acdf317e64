package io.numberferry.aws;

import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/// Gives DELETE requests a body, an empty one of a known length, so that the JDK treats them as a stream.
/// Other requests without a body it sends a second time, unasked, when the answer is lost; and the second
/// answer to a release may be that there is no such number.
final class DeletesWithBody implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return isBare(context)
                ? context.httpRequest().toBuilder()
                        .putHeader("Content-Length", "0")
                        .build()
                : context.httpRequest();
    }

    @Override
    public Optional<RequestBody> modifyHttpContent(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return isBare(context) ? Optional.of(RequestBody.empty()) : context.requestBody();
    }

    private static boolean isBare(Context.ModifyHttpRequest context) {
        return context.httpRequest().method() == SdkHttpMethod.DELETE
                && context.requestBody().isEmpty();
    }
}
