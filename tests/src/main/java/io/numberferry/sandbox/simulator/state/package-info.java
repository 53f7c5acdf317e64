/// The account as it is now. Not safe for use by several threads: the simulator holds one lock.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator.state;
