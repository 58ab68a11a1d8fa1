/** What {@code engine/benchmark/run} starts: a stub that is faster than all it measures, clients, and the engine alone. */
@NullMarked
package dev.ascertain.benchmark;

import org.jspecify.annotations.NullMarked;
