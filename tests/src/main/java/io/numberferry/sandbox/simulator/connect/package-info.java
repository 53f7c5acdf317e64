/// The operations of Amazon Connect.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator.connect;
