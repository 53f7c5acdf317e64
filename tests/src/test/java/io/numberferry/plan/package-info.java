/// Tests of what a plan decides.
@org.jspecify.annotations.NullMarked
package io.numberferry.plan;
