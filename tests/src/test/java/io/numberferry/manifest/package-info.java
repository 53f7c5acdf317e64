/// Tests of reading a manifest.
@org.jspecify.annotations.NullMarked
package io.numberferry.manifest;
