package dev.ascertain.core.manifest;

import java.lang.management.ManagementFactory;

/** Time that the thread at hand has really worked: a bound on it holds on a busy machine too. */
final class Processor {
    private Processor() {}

    static long nanoseconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
