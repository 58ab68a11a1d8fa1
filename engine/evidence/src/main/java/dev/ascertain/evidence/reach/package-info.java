/** How one address of the world is reached: whether it may be, within which time, through which socket. */
@NullMarked
package dev.ascertain.evidence.reach;

import org.jspecify.annotations.NullMarked;
