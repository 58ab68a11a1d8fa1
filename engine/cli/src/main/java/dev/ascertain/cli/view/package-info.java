/** What people and scripts get to see: results as text and as JSON events, and progress. */
@NullMarked
package dev.ascertain.cli.view;

import org.jspecify.annotations.NullMarked;
