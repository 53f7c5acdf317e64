package io.numberferry.aws.storage;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Notes each request's operation and the owner it expects of the bucket.
final class OwnerHeaders implements ExecutionInterceptor {
    private final List<String> seen = new ArrayList<>();

    List<String> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void afterMarshalling(Context.AfterMarshalling context, ExecutionAttributes attributes) {
        String owner = context.httpRequest()
                .firstMatchingHeader("x-amz-expected-bucket-owner")
                .orElse("nobody");
        seen.add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME) + " " + owner);
    }
}
