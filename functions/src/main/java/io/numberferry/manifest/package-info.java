/// CSV text becomes rows, rows become items and rejections. Pure.
@org.jspecify.annotations.NullMarked
package io.numberferry.manifest;
