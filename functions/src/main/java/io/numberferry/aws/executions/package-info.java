/// Starts jobs in Step Functions.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.executions;
