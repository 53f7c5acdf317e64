/// What goes over the wire to Connect, and what its answers mean.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.connect;
