package dev.ascertain.core.observe;

import dev.ascertain.core.judge.Expectations;
import dev.ascertain.core.manifest.Declaration;
import dev.ascertain.spi.Interest;
import dev.ascertain.spi.LiveVerification;
import java.time.Instant;
import java.util.List;

/** What the declarations of one target want to know of it. */
record DeclaredInterest(List<Declaration> declarations, Instant now, Instant since, boolean expiry)
        implements Interest {
    @Override
    public boolean names(String attribute) {
        return declarations.stream()
                .anyMatch(declaration -> declaration.expect().containsKey(attribute)
                        || declaration.select().containsKey(attribute));
    }

    @Override
    public boolean unmet(LiveVerification live) {
        return declarations.stream()
                .anyMatch(declaration -> Expectations.selects(declaration, live, now)
                        && !Expectations.differences(declaration, live, now).isEmpty());
    }
}
