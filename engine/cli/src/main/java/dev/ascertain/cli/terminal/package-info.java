/** Where the program runs: streams, environment, window, signals. The only place that touches the process. */
@NullMarked
package dev.ascertain.cli.terminal;

import org.jspecify.annotations.NullMarked;
