/** What a finished plan is held against: the conditions of a gate, and what an earlier run said. Pure. */
@NullMarked
package dev.ascertain.core.gate;

import org.jspecify.annotations.NullMarked;
