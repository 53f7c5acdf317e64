@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.lambda;
