/** Why one verification stands where it does: the chain from the registry to the served certificate. Pure. */
@NullMarked
package dev.ascertain.core.explain;

import org.jspecify.annotations.NullMarked;
