package dev.ascertain.sandbox.web;

import dev.ascertain.sandbox.moment.When;
import dev.ascertain.sandbox.section.Section;
import dev.ascertain.sandbox.socket.Loopback;
import dev.ascertain.sandbox.web.Sites.Page;
import dev.ascertain.sandbox.web.Sites.Response;
import dev.ascertain.sandbox.web.Sites.Shown;
import dev.ascertain.sandbox.web.Sites.Site;
import dev.ascertain.sandbox.web.Sites.Subject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** From the section {@code web} of a scenario to {@link Sites}. Whatever is left out gets a sensible value. */
public final class SitesReader {
    private static final String ISSUER = "CN=Rehearsal R1,O=Rehearsal CA,C=XX";

    private SitesReader() {}

    /** @throws dev.ascertain.sandbox.section.ScenarioException if it says something that the language does not know */
    public static Sites read(Section section) {
        var sites = new Sites(
                section.number("http_port"), section.number("tls_port"), section.each("sites", SitesReader::site));
        section.close();
        return sites;
    }

    private static Site site(Section section) {
        var addresses = section.texts("addresses");
        if (addresses.isEmpty()) {
            throw section.wrong("addresses", "at least one is needed.");
        }
        addresses.forEach(address -> Loopback.checked(section, "addresses", address));
        return new Site(
                addresses,
                section.texts("names").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList(),
                section.each("pages", SitesReader::page),
                section.each("certificates", SitesReader::certificate));
    }

    private static Page page(Section section) {
        var location = section.text("location");
        Map<String, String> headers = new LinkedHashMap<>();
        section.section("headers").rest().forEach((name, value) -> headers.put(name, String.valueOf(value)));
        if (location != null) {
            headers.put("Location", location);
        }
        int status = section.number("status");
        int usual = location == null ? 200 : 302;
        return new Page(
                timely(section),
                section.required("path"),
                new Response(
                        status == 0 ? usual : status,
                        headers,
                        section.text("body", ""),
                        section.word("fault", Sites.Flaw.class)));
    }

    private static Shown certificate(Section section) {
        var names = section.texts("names");
        if (names.isEmpty()) {
            throw section.wrong("names", "at least one is needed.");
        }
        return new Shown(
                timely(section),
                new Subject(
                        distinguished(section, "subject", "CN=" + names.getFirst()),
                        names,
                        distinguished(section, "issuer", ISSUER),
                        section.offset("not_before", Duration.ofDays(-30)),
                        section.offset("not_after", Duration.ofDays(60))));
    }

    private static String distinguished(Section section, String key, String ifLeftOut) {
        var name = section.text(key, ifLeftOut);
        try {
            return new X500Principal(name).getName();
        } catch (IllegalArgumentException e) {
            throw section.wrong(key, "expected a name such as CN=shop.example,O=Shop, found \"" + name + "\".");
        }
    }

    private static When timely(Section section) {
        var when = When.of(section);
        if (when instanceof When.AfterQuestions) {
            throw section.wrong("after_questions", "this is for records only.");
        }
        return when;
    }
}
