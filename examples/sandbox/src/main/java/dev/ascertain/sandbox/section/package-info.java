/** The text of a scenario as sections that know their place, and what is said of a key that nobody knows. */
@NullMarked
package dev.ascertain.sandbox.section;

import org.jspecify.annotations.NullMarked;
