/// Hands the ports out, so that nobody outside `aws` holds a client of the SDK.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.ports;
