/**
 * What was seen of the world outside the providers: plain values, which can be saved and judged again. How they come
 * about is told by the packages below.
 */
@NullMarked
package dev.ascertain.evidence;

import org.jspecify.annotations.NullMarked;
