/// Tests of what the simulator remembers.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator.state;
