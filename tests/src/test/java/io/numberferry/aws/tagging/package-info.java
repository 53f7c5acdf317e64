@org.jspecify.annotations.NullMarked
package io.numberferry.aws.tagging;
