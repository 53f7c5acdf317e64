/// Tests of the work on a batch, and the fakes of its ports.
@org.jspecify.annotations.NullMarked
package io.numberferry.apply;
