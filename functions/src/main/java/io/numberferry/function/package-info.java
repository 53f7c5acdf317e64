/// The Lambda functions: decode, call one thing, encode.
@org.jspecify.annotations.NullMarked
package io.numberferry.function;
