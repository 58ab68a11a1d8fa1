/** The log: silent unless asked for, and then on standard error. */
@NullMarked
package dev.ascertain.cli.log;

import org.jspecify.annotations.NullMarked;
