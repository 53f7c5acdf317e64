package io.numberferry.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The part of the security checklist that is about what is kept: key, buckets, tables, queues, logs.
class KeptTest {
    private final Template template = Template.read();

    private JsonNode properties(String resource) {
        return template.resource(resource).path("Properties");
    }

    @Test
    void theKeyServesTheFunctionsThroughStorageAlone() {
        int found = 0;
        for (String function : template.functions()) {
            for (JsonNode statement : template.statements(function)) {
                if (Template.texts(statement.path("Action")).stream().anyMatch(action -> action.startsWith("kms:"))) {
                    found++;
                    assertThat(statement
                                    .at("/Condition/StringEquals/kms:ViaService")
                                    .toString())
                            .contains("s3.${AWS::Region}", "dynamodb.${AWS::Region}");
                    assertThat(statement.at("/Resource/Fn::GetAtt").asText()).isEqualTo("Key.Arn");
                }
            }
        }
        assertThat(found).isEqualTo(5);
    }

    @Test
    void theKeyIsRotatedKeptAndNobodysButTheAccounts() {
        assertThat(properties("Key").path("EnableKeyRotation").asText()).isEqualTo("true");
        assertThat(template.resource("Key").path("DeletionPolicy").asText()).isEqualTo("Retain");
        for (JsonNode statement : properties("Key").at("/KeyPolicy/Statement")) {
            assertThat(statement.path("Principal").isTextual()).isFalse();
            assertThat(statement.path("Principal").has("AWS") || statement.has("Condition"))
                    .as("a service is held to the logs of this stack")
                    .isTrue();
        }
    }

    @Test
    void everyBucketKeepsOutWhatIsNotEncryptedOnTheWay() {
        for (String bucket : template.ofType("AWS::S3::Bucket")) {
            JsonNode statements = properties(bucket + "Policy").at("/PolicyDocument/Statement");
            assertThat(statements.at("/0/Condition/Bool/aws:SecureTransport").asText())
                    .isEqualTo("false");
            assertThat(statements
                            .at("/1/Condition/NumericLessThan/s3:TlsVersion")
                            .asText())
                    .isEqualTo("1.2");
            for (int rule = 0; rule < 2; rule++) {
                assertThat(statements.path(rule).path("Effect").asText()).isEqualTo("Deny");
                assertThat(statements.path(rule).path("Resource"))
                        .as("the bucket and what is in it")
                        .hasSize(2);
            }
        }
    }

    @Test
    void whatHoldsNumbersIsEncryptedWithTheKeyOfTheStack() {
        for (String bucket : List.of("InputBucket", "OutputBucket")) {
            JsonNode rule = properties(bucket).at("/BucketEncryption/ServerSideEncryptionConfiguration/0");
            assertThat(rule.at("/ServerSideEncryptionByDefault/SSEAlgorithm").asText())
                    .isEqualTo("aws:kms");
            assertThat(rule.at("/ServerSideEncryptionByDefault/KMSMasterKeyID/Fn::GetAtt")
                            .asText())
                    .isEqualTo("Key.Arn");
            assertThat(rule.path("BucketKeyEnabled").asText()).isEqualTo("true");
        }
        for (String table : template.ofType("AWS::DynamoDB::Table")) {
            assertThat(properties(table).at("/SSESpecification/SSEType").asText())
                    .isEqualTo("KMS");
            assertThat(properties(table)
                            .at("/SSESpecification/KMSMasterKeyId/Fn::GetAtt")
                            .asText())
                    .isEqualTo("Key.Arn");
        }
    }

    @Test
    void bucketsForgetVersionsAndUnfinishedUploadsAndTellWhoReadThem() {
        for (String bucket : template.ofType("AWS::S3::Bucket")) {
            assertThat(properties(bucket).path("LifecycleConfiguration").toString())
                    .as(bucket)
                    .contains("NoncurrentVersionExpiration", "AbortIncompleteMultipartUpload", "ExpirationInDays");
            assertThat(properties(bucket).has("LoggingConfiguration"))
                    .as(bucket)
                    .isEqualTo(!bucket.equals("AccessLogs"));
            assertThat(template.resource(bucket).path("DeletionPolicy").asText())
                    .isEqualTo("Retain");
        }
    }

    @Test
    void tablesAreOnDemandAndCanBeBroughtBack() {
        for (String table : template.ofType("AWS::DynamoDB::Table")) {
            assertThat(properties(table).path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
            assertThat(properties(table)
                            .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                            .asText())
                    .isEqualTo("true");
        }
        assertThat(properties("JournalTable").path("DeletionProtectionEnabled").asText())
                .isEqualTo("true");
        assertThat(properties("JournalTable")
                        .at("/TimeToLiveSpecification/Enabled")
                        .asText())
                .isEqualTo("true");
    }

    @Test
    void queuesKeepWhatWasLostForTwoWeeksEncryptedAndByTlsAlone() {
        for (String queue : template.ofType("AWS::SQS::Queue")) {
            assertThat(properties(queue).path("MessageRetentionPeriod").asText())
                    .isEqualTo("1209600");
            assertThat(properties(queue).path("SqsManagedSseEnabled").asText()).isEqualTo("true");
            assertThat(properties(queue + "Policy")
                            .at("/PolicyDocument/Statement/0/Condition/Bool/aws:SecureTransport")
                            .asText())
                    .as(queue)
                    .isEqualTo("false");
        }
    }

    @Test
    void everyLogGroupIsExplicitEncryptedAndEnds() {
        Set<String> groups = template.ofType("AWS::Logs::LogGroup");
        for (String group : groups) {
            assertThat(properties(group).at("/RetentionInDays/Ref").asText()).isEqualTo("RetentionDays");
            assertThat(properties(group).at("/KmsKeyId/Fn::GetAtt").asText())
                    .as(group)
                    .isEqualTo("Key.Arn");
        }
        for (String function : template.functions()) {
            JsonNode logging = properties(function).path("LoggingConfig");
            assertThat(logging.path("LogFormat").asText()).as(function).isEqualTo("JSON");
            assertThat(groups).contains(logging.at("/LogGroup/Ref").asText());
        }
        for (String machines : List.of("JobLogs", "ClosingLogs")) {
            assertThat(properties(machines).at("/LogGroupName/Fn::Sub").asText())
                    .startsWith("/aws/vendedlogs/states/");
        }
    }

    @Test
    void executionsAreLoggedWithoutTheirData() {
        for (String machine : template.ofType("AWS::Serverless::StateMachine")) {
            assertThat(properties(machine).at("/Logging/Level").asText())
                    .as(machine)
                    .isEqualTo("ALL");
            assertThat(properties(machine).at("/Logging/IncludeExecutionData").asText())
                    .as(machine)
                    .isEqualTo("false");
            assertThat(properties(machine).at("/Tracing/Enabled").asText())
                    .as(machine)
                    .isEqualTo("true");
            assertThat(properties(machine).path("Type").asText()).as(machine).isEqualTo("STANDARD");
        }
    }
}
