/** The plan as plain data, and how it is put together, stored and read back. */
@NullMarked
package dev.ascertain.core.plan;

import org.jspecify.annotations.NullMarked;
