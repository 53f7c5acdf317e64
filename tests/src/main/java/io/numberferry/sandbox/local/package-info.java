/// S3 and DynamoDB on loopback: the storage of a deployment, embedded in the sandbox's own JVM.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.local;
