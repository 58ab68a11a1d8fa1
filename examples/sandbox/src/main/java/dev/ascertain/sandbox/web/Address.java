package dev.ascertain.sandbox.web;

import dev.ascertain.sandbox.moment.Chronicle;
import dev.ascertain.sandbox.moment.When;
import dev.ascertain.sandbox.web.Sites.Page;
import dev.ascertain.sandbox.web.Sites.Response;
import dev.ascertain.sandbox.web.Sites.Shown;
import dev.ascertain.sandbox.web.Sites.Site;
import dev.ascertain.sandbox.web.Sites.Subject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one address serves at a time.
 *
 * @param sites those that are there
 */
record Address(String address, List<Site> sites, Chronicle chronicle, Clock clock) {
    private static final Response NOT_FOUND =
            new Response(404, Map.of("Content-Type", "text/plain"), "not found\n", null);

    /** @param host what it is asked for by, in lower case and without port; empty if that is not said */
    Response page(String host, String path) {
        return sites.stream()
                .filter(site -> concerns(site, host))
                .flatMap(site -> site.pages().stream())
                .filter(page -> matches(page, path) && isPast(page.when()))
                .map(Page::response)
                .reduce((_, later) -> later)
                .orElse(NOT_FOUND);
    }

    /** What is shown to whoever asks for this name; null if nothing is. */
    @Nullable Subject certificate(String host) {
        return sites.stream()
                .filter(site -> concerns(site, host))
                .flatMap(site -> site.certificates().stream())
                .filter(shown -> isPast(shown.when()))
                .map(Shown::subject)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private static boolean concerns(Site site, String host) {
        return site.names().isEmpty() || site.names().contains(host);
    }

    private boolean isPast(When when) {
        return chronicle.isPast(when, List.of(), clock.instant());
    }

    private static boolean matches(Page page, String path) {
        return Pattern.matches(Pattern.quote(page.path()).replace("*", "\\E.*\\Q"), path);
    }
}
