/// What a world file says, as immutable data, read strictly and written back.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator.world;
