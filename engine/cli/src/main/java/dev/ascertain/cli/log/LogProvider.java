package dev.ascertain.cli.log;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Binds the log to standard error. Only Ascertain's own loggers speak: the HTTP client's would print headers, and with
 * them credentials.
 */
public final class LogProvider implements SLF4JServiceProvider {
    private static final String OWN = "dev.ascertain.";

    private final ILoggerFactory loggers =
            name -> name.startsWith(OWN) ? new StderrLogger(name.substring(OWN.length())) : NOPLogger.NOP_LOGGER;

    @Override
    public ILoggerFactory getLoggerFactory() {
        return loggers;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return new BasicMarkerFactory();
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return new NOPMDCAdapter();
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}
}
