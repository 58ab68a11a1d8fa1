/** The commands and their options. Each is a straight line from options to a result; views show it. */
@NullMarked
package dev.ascertain.cli.command;

import org.jspecify.annotations.NullMarked;
