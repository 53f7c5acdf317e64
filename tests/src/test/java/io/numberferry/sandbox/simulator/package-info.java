/// Tests of the simulated services.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator;
