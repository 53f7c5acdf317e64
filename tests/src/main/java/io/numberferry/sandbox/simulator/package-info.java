/// A simulator of the phone-number operations of Amazon Connect and Amazon Chime SDK Voice, over HTTP on
/// loopback.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator;
