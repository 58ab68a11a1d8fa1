package dev.ascertain.sandbox;

import dev.ascertain.sandbox.dns.Landscape;
import dev.ascertain.sandbox.section.ScenarioException;
import dev.ascertain.sandbox.web.Sites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A world to rehearse in: what both clouds know at the start, and what becomes of it. Plain data; see {@code README.md}
 * for the file's language.
 */
public record Scenario(Cloudflare cloudflare, Huawei huawei, List<Fault> faults, Landscape dns, Sites web) {
    public Scenario {
        faults = List.copyOf(faults);
    }

    /**
     * Reads a scenario file.
     *
     * @throws ScenarioException if it says something that the language does not know
     * @throws IOException if it cannot be read
     */
    public static Scenario read(Path file) throws IOException {
        return ScenarioReader.read(file.toString(), Files.readString(file));
    }

    /**
     * Reads a scenario from its text.
     *
     * @throws ScenarioException if it says something that the language does not know
     */
    public static Scenario parse(String text) {
        return ScenarioReader.read("scenario", text);
    }

    /** @param quota per token or user */
    record Cloudflare(List<Token> tokens, List<ApiKey> keys, Quota quota, List<Zone> zones) {
        Cloudflare {
            tokens = List.copyOf(tokens);
            keys = List.copyOf(keys);
            zones = List.copyOf(zones);
        }
    }

    /**
     * An API token.
     *
     * @param zones the names of the zones it reaches; empty if it reaches all
     * @param readOnly whether it may ask for no check
     */
    record Token(String value, List<String> zones, boolean readOnly) {
        Token {
            zones = List.copyOf(zones);
        }

        boolean reaches(Zone zone) {
            return zones.isEmpty() || zones.contains(zone.name());
        }
    }

    /** The older way to authenticate at Cloudflare. */
    record ApiKey(String email, String value) {}

    record Zone(String id, String name, String status, String account, List<Live> verifications) {
        Zone {
            verifications = List.copyOf(verifications);
        }
    }

    /** @param post whether this region knows the call that asks for a check */
    record Huawei(
            List<String> tokens,
            List<AccessKey> keys,
            List<Project> projects,
            boolean post,
            Quota quota,
            List<Domain> domains) {
        Huawei {
            tokens = List.copyOf(tokens);
            keys = List.copyOf(keys);
            projects = List.copyOf(projects);
            domains = List.copyOf(domains);
        }
    }

    /** @param securityToken what temporary keys bring with them; null for lasting ones */
    record AccessKey(String access, String secret, @Nullable String securityToken) {}

    /** @param name the region's name for the project that each region has */
    record Project(String id, String name) {}

    /** @param name the root domain: all that is under it shares its verification */
    record Domain(String name, Live live) {}

    /**
     * A verification.
     *
     * @param fields as the vendor reports them; a null is a field that is left out
     */
    record Live(Map<String, Object> fields, List<Change> changes) {
        Live {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            changes = List.copyOf(changes);
        }
    }

    /** What becomes of a verification, and when. The fields it sets stay until another change sets them. */
    sealed interface Change {
        Duration delay();

        Map<String, Object> set();

        /** Counted from the start of the sandbox. */
        record AfterStart(Duration delay, Map<String, Object> set) implements Change {}

        /**
         * Counted from a trigger that reached the verification.
         *
         * @param which only the first, the second, …; 0 if every one
         * @param token whether it must have been to be seen when it was asked for; null if that does not matter
         */
        record AfterTrigger(
                Duration delay, int which, @Nullable Proof token, Map<String, Object> set) implements Change {}

        /** What the authority finds when it looks. */
        enum Proof {
            SEEN,
            MISSING
        }

        /** Counted from a new order, that is: from a change of the validation method. */
        record AfterNewOrder(Duration delay, Map<String, Object> set) implements Change {}
    }

    /** So many calls in a window that begins with its first call. */
    record Quota(int calls, Duration window) {}

    /**
     * What goes wrong.
     *
     * @param path where, {@code *} standing for anything
     * @param method only with this one; null if with any
     * @param first only for so many requests; 0 if for all
     * @param until only for so long since the start; null if for ever
     * @param latency how long the answer takes
     * @param kind how the answer is spoilt; null if it only takes long
     * @param retryAfter what a refusal says of the time to wait; null if nothing
     */
    record Fault(
            String path,
            @Nullable String method,
            int first,
            @Nullable Duration until,
            Duration latency,
            @Nullable Kind kind,
            @Nullable Duration retryAfter) {
        enum Kind {
            /** 503 with an HTML page; the request does not reach the cloud. */
            HTML,
            /** 429; the request does not reach the cloud. */
            THROTTLED,
            /** The answer breaks off in the middle of a chunk. */
            CUT,
            /** A whole HTTP answer with the first half of its JSON. */
            HALF,
            /** 100 MB of JSON. */
            HUGE,
            /** The connection is closed without an answer. */
            RESET,
            /** No answer for an hour. */
            NEVER
        }
    }
}
