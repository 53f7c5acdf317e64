/// The Resource Groups Tagging API.
@org.jspecify.annotations.NullMarked
package io.numberferry.aws.tagging;
