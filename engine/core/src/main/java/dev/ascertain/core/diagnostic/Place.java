package dev.ascertain.core.diagnostic;

/**
 * Where in a file something stands.
 *
 * @param file the path as the user gave it
 * @param line from 1
 * @param column from 1, in characters
 * @param length how many characters to mark, at least 1
 * @param sourceLine the line's text, without its end
 */
public record Place(String file, int line, int column, int length, String sourceLine) {}
