@org.jspecify.annotations.NullMarked
package io.numberferry.function;
