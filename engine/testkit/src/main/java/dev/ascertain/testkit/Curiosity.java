package dev.ascertain.testkit;

import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveVerification;

/** Wants to know everything of everything. */
record Curiosity() implements Interest {
    @Override
    public boolean names(String attribute) {
        return true;
    }

    @Override
    public boolean unmet(LiveVerification live) {
        return true;
    }
}
