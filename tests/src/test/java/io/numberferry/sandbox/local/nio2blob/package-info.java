@org.jspecify.annotations.NullMarked
package io.numberferry.sandbox.local.nio2blob;
