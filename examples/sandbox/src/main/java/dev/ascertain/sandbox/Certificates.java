package dev.ascertain.sandbox;

import dev.ascertain.sandbox.Scenario.Live;
import dev.ascertain.sandbox.Scenario.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The certificates of Cloudflare's zones: what they look like at a time, and what is asked of them. */
final class Certificates {
    private static final String PACK = "cert_pack_uuid";
    private static final String STATUS = "certificate_status";
    private static final String METHOD = "validation_method";

    /** What a scenario says of the certificate pack behind a verification; it is reported with the pack only. */
    static final String PACK_FIELDS = "pack";

    /** When the pack's certificate for this name ends: a scenario says it short, Cloudflare says it of each certificate. */
    private static final String END = "expires_on";

    /** A verification at a time. */
    private record Current(String key, Map<String, Object> fields) {
        boolean active() {
            return "active".equals(fields.get(STATUS));
        }

        boolean of(String pack) {
            return pack.equals(fields.get(PACK));
        }

        String text(String field) {
            return Objects.toString(fields.get(field), "");
        }

        Map<?, ?> pack() {
            return fields.get(PACK_FIELDS) instanceof Map<?, ?> pack ? pack : Map.of();
        }
    }

    private final Internet internet;
    private final History history;

    Certificates(Internet internet, History history) {
        this.internet = internet;
        this.history = history;
    }

    /** As {@code GET …/ssl/verification} reports them. */
    List<Map<String, Object>> verifications(Zone zone, Instant now) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Current current : current(zone, now)) {
            Map<String, Object> fields = new LinkedHashMap<>(current.fields());
            fields.remove(PACK_FIELDS);
            all.add(fields);
        }
        return all;
    }

    /** {@code ?retry=true}: reaches every verification of the zone that is not active. */
    void retry(Zone zone, Instant now) {
        for (Current current : current(zone, now)) {
            if (!current.active()) {
                history.add(current.key(), new History.Event(now, null, internet.proves(current.fields())));
            }
        }
    }

    /**
     * Asks for a check of one pack, or orders it anew if the method is another one than its own.
     *
     * @return whether there is such a pack
     */
    boolean check(Zone zone, String pack, String method, Instant now) {
        var members =
                current(zone, now).stream().filter(current -> current.of(pack)).toList();
        for (Current current : members) {
            boolean same = method.equals(current.fields().getOrDefault(METHOD, method));
            if (!same || !current.active()) {
                history.add(
                        current.key(), new History.Event(now, same ? null : method, internet.proves(current.fields())));
            }
        }
        return !members.isEmpty();
    }

    /** The status of a pack, which is that of the first of its names that is not active. */
    String status(Zone zone, String pack, Instant now) {
        return status(
                current(zone, now).stream().filter(current -> current.of(pack)).toList());
    }

    /** As {@code GET …/ssl/certificate_packs} reports them. */
    List<Map<String, Object>> packs(Zone zone, Instant now, boolean all) {
        Map<String, List<Current>> members = new LinkedHashMap<>();
        for (Current current : current(zone, now)) {
            if (current.fields().containsKey(PACK)) {
                members.computeIfAbsent(current.text(PACK), _ -> new ArrayList<>())
                        .add(current);
            }
        }
        List<Map<String, Object>> packs = new ArrayList<>();
        members.forEach((pack, names) -> {
            if (all || status(names).equals("active")) {
                packs.add(pack(pack, names));
            }
        });
        return packs;
    }

    private static Map<String, Object> pack(String id, List<Current> members) {
        var first = members.getFirst();
        Map<String, Object> pack = new LinkedHashMap<>();
        pack.put("id", id);
        pack.put("type", "advanced");
        pack.put(
                "hosts", members.stream().map(member -> member.text("hostname")).toList());
        pack.put("status", packWord(status(members)));
        pack.put("certificate_authority", "lets_encrypt");
        pack.put(METHOD, first.text(METHOD));
        pack.put("validity_days", 90);
        pack.put("validation_records", records(members));
        pack.put("validation_errors", List.of());
        pack.put("certificates", certificates(members));
        for (Current member : members) {
            member.pack().forEach((key, value) -> pack.put(String.valueOf(key), value));
        }
        pack.remove(END);
        return pack;
    }

    private static List<Map<String, Object>> certificates(List<Current> members) {
        List<Map<String, Object>> certificates = new ArrayList<>();
        for (Current member : members) {
            Object end = member.pack().get(END);
            if (end != null) {
                Map<String, Object> certificate = new LinkedHashMap<>();
                certificate.put("hosts", List.of(member.text("hostname")));
                certificate.put("status", packWord(member.text(STATUS)));
                certificate.put("signature", member.text("signature"));
                certificate.put(END, end);
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    private static List<Object> records(List<Current> members) {
        List<Object> records = new ArrayList<>();
        for (Current member : members) {
            switch (member.fields().get("verification_info")) {
                case List<?> many -> records.addAll(many);
                case Map<?, ?> one -> records.add(one);
                case null, default -> {}
            }
        }
        return records;
    }

    private static String status(List<Current> members) {
        return members.stream()
                .filter(member -> !member.active())
                .map(member -> member.text(STATUS))
                .findFirst()
                .orElse("active");
    }

    /** Verifications and packs have different words for the same. */
    private static String packWord(String status) {
        return switch (status) {
            case "authorizing" -> "pending_validation";
            case "issuing" -> "pending_issuance";
            case "timing_out" -> "validation_timed_out";
            default -> status;
        };
    }

    private List<Current> current(Zone zone, Instant now) {
        List<Current> all = new ArrayList<>();
        for (Live live : zone.verifications()) {
            var key = zone.id() + "/" + all.size();
            all.add(new Current(key, Timeline.at(now, live, internet.start(), history.of(key))));
        }
        return all;
    }
}
