/// Tests of the nouns.
@org.jspecify.annotations.NullMarked
package io.numberferry.domain;
