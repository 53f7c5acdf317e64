/// Service Quotas: how much may be held.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.quotas;
