/// The nouns of the project. Imports `java.*` and nothing else.
@org.jspecify.annotations.NullMarked
package io.numberferry.domain;
