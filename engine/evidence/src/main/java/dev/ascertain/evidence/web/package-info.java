/** Files that should prove something, as a certificate authority would fetch them: by HTTP, from each address. */
@NullMarked
package dev.ascertain.evidence.web;

import org.jspecify.annotations.NullMarked;
