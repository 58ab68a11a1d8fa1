package dev.ascertain.cli.log;

import dev.ascertain.cli.terminal.Outlet;
import dev.ascertain.cli.terminal.Surroundings;
import dev.ascertain.core.diagnostic.Visible;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/** Where log lines go, and which. Silent until configured. */
public final class Log {
    private static volatile @Nullable Level threshold;
    private static volatile @Nullable Outlet outlet;

    private Log() {}

    /**
     * @param level the option's value; the environment's {@code ASCERTAIN_LOG} if null. There, what is no level is
     *     silence, and is said
     */
    public static void configure(@Nullable String level, Surroundings surroundings) {
        String wanted = level == null ? surroundings.variable("ASCERTAIN_LOG") : level;
        threshold = level(wanted.toUpperCase(Locale.ROOT));
        outlet = surroundings.err();
        if (threshold == null && !wanted.isEmpty() && !wanted.equalsIgnoreCase("off")) {
            surroundings
                    .err()
                    .print(
                            "Warning: ASCERTAIN_LOG is \"%s\"; it can be error, warn, info, debug, trace or off. Nothing is logged.\n"
                                    .formatted(Visible.line(wanted)));
        }
    }

    private static @Nullable Level level(String word) {
        for (Level level : Level.values()) {
            if (level.name().equals(word)) {
                return level;
            }
        }
        return null;
    }

    static boolean isOn(Level level) {
        Level lowest = threshold;
        return lowest != null && level.toInt() >= lowest.toInt();
    }

    static void line(Level level, String logger, String text) {
        Outlet err = outlet;
        if (err != null) {
            err.print(level + " " + logger + " " + Visible.line(text) + "\n");
        }
    }

    /** Tells the whole way to a fault, if the log is on for that. */
    public static void trace(Throwable fault) {
        if (!isOn(Level.DEBUG)) {
            return;
        }
        line(Level.ERROR, "ascertain", fault.toString());
        for (StackTraceElement step : fault.getStackTrace()) {
            line(Level.ERROR, "ascertain", "  at " + step);
        }
        if (fault.getCause() != null) {
            trace(fault.getCause());
        }
    }
}
