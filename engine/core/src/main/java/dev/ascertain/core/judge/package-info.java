/** From a declaration and what was read to a verdict. Pure: no I/O, no clock but the one handed in. */
@NullMarked
package dev.ascertain.core.judge;

import org.jspecify.annotations.NullMarked;
