/** The whole look at the world: its settings, and how the probes work together within its time. */
@NullMarked
package dev.ascertain.evidence.probe;

import org.jspecify.annotations.NullMarked;
