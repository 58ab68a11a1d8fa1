package dev.ascertain.providers.cloudflare;

import dev.ascertain.spi.LiveVerification;
import dev.ascertain.spi.Obstacle;
import dev.ascertain.spi.Status;
import dev.ascertain.spi.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From what arrived to what the engine knows. Pure. */
final class LiveReading {
    private final Map<String, WirePack> packs;
    private final Instant now;

    /** @param packs by id, as far as they were read */
    LiveReading(Map<String, WirePack> packs, Instant now) {
        this.packs = Map.copyOf(packs);
        this.now = now;
    }

    List<LiveVerification> of(List<WireVerification> all) {
        Instances instances = Instances.of(all);
        List<LiveVerification> live = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            live.add(of(
                    all.get(index),
                    instances.ids().get(index),
                    instances.labels().get(index)));
        }
        return live;
    }

    private LiveVerification of(WireVerification one, String id, String label) {
        WirePack pack = one.certPackUuid() == null ? null : packs.get(one.certPackUuid());
        Status status = CertificateStatus.of(one.certificateStatus());
        List<Proof> proofs = Proof.of(one.verificationInfo(), one.validationMethod());
        List<String> words = pack == null || status == Status.VERIFIED ? List.of() : pack.errors();
        return new LiveVerification(
                id,
                label,
                attributes(one, proofs, pack),
                status,
                obstacles(one, words),
                Proof.byMethod(challenges(proofs, status, pack), one.validationMethod()).stream()
                        .map(Proof::challenge)
                        .toList(),
                words,
                RecheckSchedule.of(status, pack, one.signature(), now),
                Authorities.claim(one.hostname(), pack));
    }

    private static Map<String, Value> attributes(WireVerification one, List<Proof> proofs, @Nullable WirePack pack) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        put(attributes, "certificate_status", one.certificateStatus());
        put(attributes, "brand_check", one.brandCheck());
        put(attributes, "cert_pack_uuid", one.certPackUuid());
        put(attributes, "signature", one.signature());
        put(attributes, "validation_method", one.validationMethod());
        if (!proofs.isEmpty()) {
            attributes.put(
                    "verification_info",
                    new Value.Items(proofs.stream().map(Proof::fields).toList()));
        }
        put(attributes, "verification_status", one.verificationStatus());
        put(attributes, "verification_type", one.verificationType());
        put(attributes, "hostname", one.hostname());
        put(attributes, "validation_type", one.validationType());
        if (pack != null) {
            joined(attributes, pack, one.signature());
        }
        return attributes;
    }

    private static void joined(Map<String, Value> attributes, WirePack pack, @Nullable String signature) {
        put(attributes, "certificate_authority", Texts.orNull(pack.certificateAuthority()));
        Instant expires = pack.expires(signature);
        if (expires != null) {
            attributes.put("expires_on", Value.of(expires));
        }
        if (!pack.hosts().isEmpty()) {
            attributes.put("hosts", Value.ofTexts(pack.hosts()));
        }
        put(attributes, "pack_status", Texts.orNull(pack.status()));
        if (!pack.errors().isEmpty()) {
            attributes.put("validation_errors", Value.ofTexts(pack.errors()));
        }
    }

    private static void put(Map<String, Value> attributes, String name, @Nullable String text) {
        if (text != null) {
            attributes.put(name, Value.of(text));
        }
    }

    private static void put(Map<String, Value> attributes, String name, @Nullable Boolean flag) {
        if (flag != null) {
            attributes.put(name, Value.of(flag));
        }
    }

    private List<Obstacle> obstacles(WireVerification one, List<String> words) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (Boolean.TRUE.equals(one.brandCheck())) {
            obstacles.add(new Obstacle.BrandReview(one.certPackUuid()));
        }
        words.stream()
                .flatMap(text -> AuthorityWords.obstacle(text, now).stream())
                .forEach(obstacles::add);
        return obstacles;
    }

    /** The pack's records name no hostname, so they can stand in only where the pack has just one. */
    private static List<Proof> challenges(List<Proof> proofs, Status status, @Nullable WirePack pack) {
        if (!proofs.isEmpty()
                || status == Status.VERIFIED
                || pack == null
                || pack.hosts().size() != 1) {
            return proofs;
        }
        return Proof.of(pack.validationRecords(), null);
    }
}
