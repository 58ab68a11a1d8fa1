package dev.ascertain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * The log of a test: whatever this project's own loggers say, at every level. Other loggers are off, as they are in the
 * program: an HTTP client's own log holds credentials.
 *
 * <p>A module binds it by a file {@code META-INF/services/org.slf4j.spi.SLF4JServiceProvider} among its test resources
 * that names {@link CapturedLogService}.
 */
public final class CapturedLog {
    private static final List<String> LINES = new CopyOnWriteArrayList<>();

    private CapturedLog() {}

    /** Everything logged since the last {@link #clear}, oldest first: the level, a space, the message. */
    public static List<String> lines() {
        return List.copyOf(LINES);
    }

    public static void clear() {
        LINES.clear();
    }

    /** Fails where nothing is captured, so that no test finds nothing in a log that is not there. */
    static void requireBinding() {
        assertThat(LoggerFactory.getILoggerFactory().getLogger("dev.ascertain.testkit"))
                .as(
                        "a file src/test/resources/META-INF/services/%s with the line %s",
                        SLF4JServiceProvider.class.getName(), CapturedLogService.class.getName())
                .isInstanceOf(Logger.class);
    }

    /** A logger that writes here. */
    static final class Logger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        private final boolean ours;

        Logger(String name) {
            this.name = name;
            this.ours = name.startsWith("dev.ascertain.");
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String pattern,
                Object @Nullable [] arguments,
                @Nullable Throwable throwable) {
            String message = MessageFormatter.basicArrayFormat(pattern, arguments);
            LINES.add(level + " " + message + (throwable == null ? "" : " " + trace(throwable)));
        }

        private static String trace(Throwable throwable) {
            return Stream.iterate(throwable, t -> t != null, Throwable::getCause)
                    .map(Throwable::toString)
                    .toList()
                    .toString();
        }

        @Override
        protected @Nullable String getFullyQualifiedCallerName() {
            return null;
        }

        @Override
        public boolean isTraceEnabled() {
            return ours;
        }

        @Override
        public boolean isDebugEnabled() {
            return ours;
        }

        @Override
        public boolean isInfoEnabled() {
            return ours;
        }

        @Override
        public boolean isWarnEnabled() {
            return ours;
        }

        @Override
        public boolean isErrorEnabled() {
            return ours;
        }
    }
}
