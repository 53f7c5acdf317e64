package io.numberferry.aws.ports;

import io.numberferry.apply.ChimeNumbers;
import io.numberferry.apply.Closings;
import io.numberferry.apply.ConnectNumbers;
import io.numberferry.apply.Journal;
import io.numberferry.apply.NumberLimits;
import io.numberferry.apply.NumberTags;
import io.numberferry.aws.AwsClients;
import io.numberferry.aws.chime.ChimeCalls;
import io.numberferry.aws.connect.ConnectCalls;
import io.numberferry.aws.executions.ExecutionReader;
import io.numberferry.aws.executions.ExecutionStarter;
import io.numberferry.aws.quotas.ServiceQuotas;
import io.numberferry.aws.storage.DynamoDbClosings;
import io.numberferry.aws.storage.DynamoDbJournal;
import io.numberferry.aws.storage.DynamoDbQuotaStore;
import io.numberferry.aws.storage.S3Objects;
import io.numberferry.aws.tagging.TaggingApi;
import io.numberferry.throttle.QuotaStore;
import java.time.InstantSource;
import java.util.Optional;

/// Builds the ports on the SDK's clients. Each call builds a new client, which costs a few hundred
/// milliseconds in a cold process: ask once, and only for what is needed.
public record AwsPorts(AwsClients clients, InstantSource clock) {
    public ConnectNumbers connect() {
        return new ConnectCalls(clients.connect());
    }

    public ChimeNumbers chime() {
        return new ChimeCalls(clients.chime());
    }

    public NumberLimits numberLimits() {
        return new ServiceQuotas(clients.serviceQuotas());
    }

    public NumberTags numberTags() {
        return new TaggingApi(clients.tagging());
    }

    public Journal journal(String table) {
        return new DynamoDbJournal(clients.dynamoDb(), table, clock);
    }

    /// @param table the journal's
    public Closings closings(String table) {
        return new DynamoDbClosings(clients.dynamoDb(), table, clock);
    }

    public QuotaStore quotas(String table) {
        return new DynamoDbQuotaStore(clients.dynamoDb(), table);
    }

    /// @param expectedOwner the account that must own every bucket; empty to trust the buckets' names
    public S3Objects objects(Optional<String> expectedOwner) {
        return new S3Objects(clients.s3(), expectedOwner);
    }

    public ExecutionReader executions() {
        return new ExecutionReader(clients.stepFunctions());
    }

    public ExecutionStarter executions(String stateMachineArn) {
        return new ExecutionStarter(clients.stepFunctions(), stateMachineArn);
    }
}
