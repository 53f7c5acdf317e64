/// The seeded simulation of whole jobs: real planning, applying and reporting on a virtual clock, with faults that the
/// seed draws, and a witness that shares no code with them.
@org.jspecify.annotations.NullMarked
package io.numberferry.simulation;
