/** The program: from the process to a command and back to an exit code. Begin with {@link dev.ascertain.cli.Ascertain}. */
@NullMarked
package dev.ascertain.cli;

import org.jspecify.annotations.NullMarked;
