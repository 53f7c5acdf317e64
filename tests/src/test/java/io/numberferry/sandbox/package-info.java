/// Tests of whole runs on a laptop.
@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox;
