/// Amazon Connect's side of the ports.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.connect;
