/// What goes over the wire to Chime SDK Voice, and what its answers mean.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.chime;
