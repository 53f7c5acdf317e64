/// Starts jobs in Step Functions, and asks how they ended.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.executions;
