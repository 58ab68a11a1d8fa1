/** What people are told about their input: what is wrong, where, why, and what to do. */
@NullMarked
package dev.ascertain.core.diagnostic;

import org.jspecify.annotations.NullMarked;
