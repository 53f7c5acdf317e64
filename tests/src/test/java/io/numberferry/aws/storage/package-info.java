/// Tests of the stores, against DynamoDB and S3 on loopback.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.storage;
