package dev.ascertain.core.judge;

/**
 * Why a verdict was given.
 *
 * @param code for scripts, such as {@code gave-up}; stable
 * @param message for people: a sentence
 */
public record Reason(String code, String message) {}
