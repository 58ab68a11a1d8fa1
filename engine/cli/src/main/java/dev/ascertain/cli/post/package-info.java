/** Sends messages to addresses that people gave: bounded in time, and silent about what is secret. */
@NullMarked
package dev.ascertain.cli.post;

import org.jspecify.annotations.NullMarked;
