/// Tests of the world file.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator.world;
