package dev.ascertain.providers.cloudflare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What tells the verifications of one reading apart. A hostname occurs more than once where a zone has an ECDSA and an
 * RSA pack, or while a pack is being renewed.
 *
 * @param ids for the engine: unique, and the same in the next reading wherever the provider's answer allows it
 * @param labels for people: the hostname wherever that is enough
 */
record Instances(List<String> ids, List<String> labels) {
    static Instances of(List<WireVerification> all) {
        return new Instances(ids(all), labels(all));
    }

    private static List<String> ids(List<WireVerification> all) {
        List<String> ids = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int index = 0; index < all.size(); index++) {
            String id = id(all.get(index), index);
            while (!taken.add(id)) {
                id = id + " #" + (index + 1);
            }
            ids.add(id);
        }
        return ids;
    }

    private static String id(WireVerification one, int index) {
        if (one.certPackUuid() == null) {
            return one.hostname() == null ? "#" + (index + 1) : one.hostname();
        }
        return one.hostname() == null ? one.certPackUuid() : one.certPackUuid() + " " + one.hostname();
    }

    private static List<String> labels(List<WireVerification> all) {
        Map<String, List<Integer>> groups = new HashMap<>();
        for (int index = 0; index < all.size(); index++) {
            groups.computeIfAbsent(name(all.get(index), index), _ -> new ArrayList<>())
                    .add(index);
        }
        String[] labels = new String[all.size()];
        groups.forEach((name, group) -> {
            List<String> suffixes = suffixes(all, group);
            IntStream.range(0, group.size()).forEach(at -> labels[group.get(at)] = name + suffixes.get(at));
        });
        return List.of(labels);
    }

    private static String name(WireVerification one, int index) {
        if (one.hostname() != null) {
            return one.hostname();
        }
        return one.certPackUuid() != null ? one.certPackUuid() : "#" + (index + 1);
    }

    /** The first way that tells all of a group apart: nothing, signature, the id's beginning, the id, the position. */
    private static List<String> suffixes(List<WireVerification> all, List<Integer> group) {
        if (group.size() == 1) {
            return List.of("");
        }
        List<IntFunction<@Nullable String>> ways = List.of(
                index -> all.get(index).signature(),
                index -> beginning(all.get(index).certPackUuid()),
                index -> all.get(index).certPackUuid());
        for (IntFunction<@Nullable String> way : ways) {
            Set<String> words = new HashSet<>();
            if (group.stream().allMatch(index -> way.apply(index) != null && words.add(way.apply(index)))) {
                return group.stream().map(index -> " " + way.apply(index)).toList();
            }
        }
        return group.stream().map(index -> " #" + (index + 1)).toList();
    }

    private static @Nullable String beginning(@Nullable String packId) {
        return packId == null || packId.length() <= 8 ? packId : packId.substring(0, 8);
    }
}
