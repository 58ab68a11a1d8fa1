package dev.ascertain.core.publish;

import dev.ascertain.core.judge.Action;
import dev.ascertain.core.plan.Change;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * All that must be published. Records of one name and type are one set.
 *
 * @param sets in the order in which the manifests ask for them
 */
public record Publications(List<RecordSet> sets, List<WebFile> files, List<Mail> mails) {
    public Publications {
        sets = List.copyOf(sets);
        files = List.copyOf(files);
        mails = List.copyOf(mails);
    }

    /**
     * What the verifications that are not as expected wait for.
     *
     * @param zones zones that are known beside those of the evidence
     */
    public static Publications of(List<Change> changes, Evidence evidence, List<String> zones) {
        var gathering =
                new Gathering(evidence, zones.stream().map(Names::canonical).toList());
        changes.stream().filter(change -> change.action() != Action.NONE).forEach(gathering::add);
        return gathering.publications();
    }

    /** Only what is not wholly published yet, or of which nobody knows. */
    public Publications missing() {
        Predicate<Presence> open = presence -> presence != Presence.PUBLISHED;
        return new Publications(
                sets.stream()
                        .map(set -> new RecordSet(
                                set.name(),
                                set.type(),
                                set.zone(),
                                set.entries().stream()
                                        .filter(entry -> open.test(entry.presence()))
                                        .toList()))
                        .filter(set -> !set.entries().isEmpty())
                        .toList(),
                files.stream().filter(file -> open.test(file.presence())).toList(),
                mails);
    }

    public boolean isEmpty() {
        return sets.isEmpty() && files.isEmpty() && mails.isEmpty();
    }

    /** The zones that are known, each once, in the order of the sets. */
    public List<String> zones() {
        return sets.stream()
                .map(RecordSet::zone)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
