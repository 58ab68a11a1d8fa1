package dev.ascertain.spi;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the settings of an account.
 *
 * @param setting the setting at fault, or null if one is missing and none can be pointed at
 * @param summary a few words without user data, such as {@code Missing credential}
 * @param detail sentences: what is wrong, why, and what to do
 */
public record SettingFault(@Nullable String setting, String summary, String detail) {}
