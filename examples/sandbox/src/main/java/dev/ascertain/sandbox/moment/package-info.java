/** When something of a scenario becomes true: with time, with questions, with calls. */
@NullMarked
package dev.ascertain.sandbox.moment;

import org.jspecify.annotations.NullMarked;
