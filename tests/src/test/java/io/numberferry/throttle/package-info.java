/// Tests of the pace, and the virtual time that all tests use.
@org.jspecify.annotations.NullMarked
package io.numberferry.throttle;
