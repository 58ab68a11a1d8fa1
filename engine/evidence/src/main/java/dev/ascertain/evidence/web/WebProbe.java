package dev.ascertain.evidence.web;

import dev.ascertain.evidence.AddressText;
import dev.ascertain.evidence.Addresses;
import dev.ascertain.evidence.Page;
import dev.ascertain.evidence.Visit;
import dev.ascertain.evidence.Visit.Hop;
import dev.ascertain.evidence.reach.Reach;
import dev.ascertain.evidence.reach.Round;
import dev.ascertain.spi.RunContext;
import java.util.List;

/**
 * Fetches a file the way a certificate authority does: from each address of its host, without cookies or credentials,
 * along the redirects that authorities follow, and never further than the rules allow. Each connection goes to an
 * address that was looked up and checked here; nothing looks it up again.
 *
 * <p>Safe for use by many threads at once.
 *
 * @see <a href="https://letsencrypt.org/docs/challenge-types/#http-01-challenge">HTTP-01</a>
 */
public final class WebProbe {
    private final Walk walk;
    private final Reach reach;
    private final Addresses addresses;

    /** @param context lends the user agent, and says when the run stops */
    public WebProbe(Reach reach, RunContext context, Addresses addresses) {
        this.walk = new Walk(new Exchange(reach, context), addresses);
        this.reach = reach;
        this.addresses = addresses;
    }

    /**
     * Takes the time of one look, since all addresses are visited at once. Never throws. An interrupt ends it, and
     * stays set; what was not visited by then is {@link Visit.Outcome#NOT_ASKED}.
     *
     * @param url as the provider gave it
     * @return without a visit if it is no address that may be asked, or its host has none
     */
    public Page look(String url) {
        return Link.of(url)
                .filter(link -> link.hasUsualPort(reach))
                .map(link -> new Page(url, visits(link)))
                .orElseGet(() -> new Page(url, List.of()));
    }

    private List<Visit> visits(Link link) {
        return Round.at(
                Round.ordered(addresses.of(link.host())),
                address -> walk.from(link, address),
                address ->
                        new Visit(AddressText.of(address), List.of(Hop.failed(link.url(), Visit.Outcome.NOT_ASKED))));
    }
}
