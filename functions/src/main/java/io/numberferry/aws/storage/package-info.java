/// The journal and the quotas in DynamoDB, manifests and plans in S3. Together with its siblings the sole
/// reader of the AWS SDK: none of its types leave this package.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.storage;
