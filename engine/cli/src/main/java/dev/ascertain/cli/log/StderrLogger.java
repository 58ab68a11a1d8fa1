package dev.ascertain.cli.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** One logger; its lines are harmless to print. */
final class StderrLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    StderrLogger(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return Log.isOn(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return Log.isOn(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return Log.isOn(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return Log.isOn(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return Log.isOn(Level.ERROR);
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable fault) {
        String text = MessageFormatter.basicArrayFormat(pattern, arguments);
        Log.line(level, name, fault == null ? text : text + " (" + fault + ")");
    }
}
