package dev.ascertain.cli.view;

import java.util.function.UnaryOperator;

/**
 * How text is written.
 *
 * @param results what standard output is laid out for
 * @param messages what standard error is laid out for
 * @param titleOfType the provider's name in sentences, by resource type
 * @param verbose whether what is as expected is listed too
 * @param quiet whether only errors and one line of result are wanted
 */
public record TextStyle(
        Screen results, Screen messages, UnaryOperator<String> titleOfType, boolean verbose, boolean quiet) {}
