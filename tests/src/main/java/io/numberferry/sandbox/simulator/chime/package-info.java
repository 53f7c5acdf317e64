/// The operations of Amazon Chime SDK Voice.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.simulator.chime;
