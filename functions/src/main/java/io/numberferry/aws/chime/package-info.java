/// Amazon Chime SDK Voice's side of the ports.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.chime;
