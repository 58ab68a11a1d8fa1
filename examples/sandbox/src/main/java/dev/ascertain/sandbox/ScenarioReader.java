package dev.ascertain.sandbox;

import dev.ascertain.sandbox.Scenario.AccessKey;
import dev.ascertain.sandbox.Scenario.ApiKey;
import dev.ascertain.sandbox.Scenario.Change;
import dev.ascertain.sandbox.Scenario.Cloudflare;
import dev.ascertain.sandbox.Scenario.Domain;
import dev.ascertain.sandbox.Scenario.Fault;
import dev.ascertain.sandbox.Scenario.Huawei;
import dev.ascertain.sandbox.Scenario.Live;
import dev.ascertain.sandbox.Scenario.Project;
import dev.ascertain.sandbox.Scenario.Quota;
import dev.ascertain.sandbox.Scenario.Token;
import dev.ascertain.sandbox.Scenario.Zone;
import dev.ascertain.sandbox.dns.LandscapeReader;
import dev.ascertain.sandbox.section.ScenarioException;
import dev.ascertain.sandbox.section.Section;
import dev.ascertain.sandbox.web.SitesReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** From the text of a scenario file to a {@link Scenario}. Whatever is left out gets a sensible value. */
final class ScenarioReader {
    /** Cloudflare's documented limit. */
    private static final String CLOUDFLARE_QUOTA = "1200 per 5m";

    private static final String HUAWEI_QUOTA = "300 per 1m";
    private static final String ACCOUNT = "acc0acc0acc0acc0acc0acc0acc0acc0";
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{32}");

    private ScenarioReader() {}

    static Scenario read(String name, String text) {
        Object document;
        try {
            document = new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new ScenarioException(name + ": no YAML. " + e.getMessage());
        }
        var root = Section.of(name, document);
        var scenario = new Scenario(
                cloudflare(root.section("cloudflare")),
                huawei(root.section("huaweicloud_live")),
                root.each("faults", ScenarioReader::fault),
                LandscapeReader.read(root.section("dns")),
                SitesReader.read(root.section("web")));
        root.close();
        return scenario;
    }

    private static Cloudflare cloudflare(Section section) {
        var account = identifier(section, "account", ACCOUNT);
        var cloudflare = new Cloudflare(
                section.each("tokens", ScenarioReader::token),
                section.each("keys", key -> new ApiKey(key.required("email"), key.required("key"))),
                quota(section, CLOUDFLARE_QUOTA),
                section.each("zones", zone -> zone(zone, account)));
        section.close();
        return cloudflare;
    }

    private static Token token(Section section) {
        return new Token(section.required("token"), section.texts("zones"), section.flag("read_only", false));
    }

    private static Zone zone(Section section, String account) {
        var name = section.required("name");
        var id = identifier(section, "id", identity(name));
        return new Zone(
                id,
                name,
                section.text("status", "active"),
                identifier(section, "account", account),
                section.each("verifications", verification -> verification(verification, name)));
    }

    /** Cloudflare may leave the pack's UUID out; here that has to be said, with {@code cert_pack_uuid: null}. */
    private static Live verification(Section section, String zone) {
        var changes = section.each("changes", ScenarioReader::change);
        Map<String, Object> fields = new LinkedHashMap<>(section.rest());
        fields.putIfAbsent("certificate_status", "active");
        if (!fields.containsKey("cert_pack_uuid")) {
            fields.put("cert_pack_uuid", uuid(zone + " " + fields.getOrDefault("hostname", section.place())));
        }
        return new Live(fields, changes);
    }

    private static Huawei huawei(Section section) {
        var huawei = new Huawei(
                section.texts("tokens"),
                section.each(
                        "keys",
                        key -> new AccessKey(
                                key.required("access_key"), key.required("secret_key"), key.text("security_token"))),
                section.each("projects", ScenarioReader::project),
                section.flag("post", true),
                quota(section, HUAWEI_QUOTA),
                section.each("domains", ScenarioReader::domain));
        section.close();
        return huawei;
    }

    private static Project project(Section section) {
        var name = section.required("name");
        return new Project(identifier(section, "id", identity(name)), name);
    }

    private static Domain domain(Section section) {
        var name = section.required("domain");
        var changes = section.each("changes", ScenarioReader::change);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("domain", name);
        fields.put("verify_content", "liveauth_" + identity(name) + identity("." + name));
        fields.put("verify_result", false);
        fields.putAll(section.rest());
        return new Domain(name, new Live(fields, changes));
    }

    /** A domain of which a scenario says nothing: not verified, and never will be. */
    static Domain unknownDomain(String name) {
        return domain(Section.of(name, Map.of("domain", name)));
    }

    private static Change change(Section section) {
        var set = section.section("set").rest();
        if (section.has("after")) {
            return new Change.AfterStart(section.requiredDuration("after"), set);
        }
        if (section.has("after_new_order")) {
            return new Change.AfterNewOrder(section.requiredDuration("after_new_order"), set);
        }
        return new Change.AfterTrigger(
                section.requiredDuration("after_trigger"),
                section.number("trigger"),
                section.word("token", Change.Proof.class),
                set);
    }

    private static Fault fault(Section section) {
        return new Fault(
                section.required("path"),
                section.text("method"),
                section.number("first"),
                section.duration("until"),
                Objects.requireNonNullElse(section.duration("latency"), Duration.ZERO),
                section.word("answer", Fault.Kind.class),
                section.duration("retry_after"));
    }

    private static Quota quota(Section section, String ifLeftOut) {
        var text = section.text("quota", ifLeftOut);
        var place = section.place() + ".quota";
        var parts = text.split(" per ", 2);
        if (parts.length < 2 || !parts[0].matches("[1-9]\\d{0,8}")) {
            throw new ScenarioException(
                    place + ": expected a number of calls and a time, such as \"120 per 3s\", found \"" + text + "\".");
        }
        return new Quota(Integer.parseInt(parts[0]), Section.duration(place, parts[1]));
    }

    private static String identifier(Section section, String key, String ifLeftOut) {
        var id = section.text(key, ifLeftOut);
        if (!IDENTIFIER.matcher(id).matches()) {
            throw new ScenarioException(
                    section.place() + "." + key + ": expected 32 hexadecimal digits, found \"" + id + "\".");
        }
        return id;
    }

    /** Always the same one for the same words, so that two runs of a scenario look alike. */
    private static String uuid(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String identity(String words) {
        return uuid(words).replace("-", "");
    }
}
