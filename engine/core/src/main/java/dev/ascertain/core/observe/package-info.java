/** From declarations to live state: one read for each distinct target. */
@NullMarked
package dev.ascertain.core.observe;

import org.jspecify.annotations.NullMarked;
