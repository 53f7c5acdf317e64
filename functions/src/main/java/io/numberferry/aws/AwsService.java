package io.numberferry.aws;

/// The services that Numberferry talks to.
public enum AwsService {
    CONNECT("CONNECT"),
    CHIME("CHIME_SDK_VOICE"),
    S3("S3"),
    DYNAMODB("DYNAMODB"),
    STEP_FUNCTIONS("SFN"),
    SERVICE_QUOTAS("SERVICE_QUOTAS"),
    TAGGING("RESOURCE_GROUPS_TAGGING_API");

    private final String sdkName;

    AwsService(String sdkName) {
        this.sdkName = sdkName;
    }

    /// The environment variable by which SDKs and the AWS CLI override the service's endpoint.
    public String endpointVariable() {
        return "AWS_ENDPOINT_URL_" + sdkName;
    }
}
