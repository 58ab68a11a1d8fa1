package dev.ascertain.core.judge;

import dev.ascertain.evidence.Answer;
import dev.ascertain.evidence.Evidence;
import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.Server;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is published at a name by the word of the servers that decide, aliases followed. Only an answer with the AA bit
 * counts: one without it did not come from the zone's server, and a server that says nothing says nothing of the record.
 *
 * @param held one entry for each address that decides; empty if nothing is known
 * @param open whether some server leads on to where nobody answered, or in a circle: then what is not held may still be
 *     there
 */
record Published(Question question, List<Held> held, boolean open) {
    /**
     * What one address holds.
     *
     * @param path the name that was asked for, then each alias that leads on from it
     * @param values the data of the records at the end of the path; empty if there is none
     */
    record Held(Server server, List<String> path, List<String> values) {
        Held {
            path = List.copyOf(path);
            values = List.copyOf(values);
        }

        /** Where the values are. */
        String at() {
            return path.getLast();
        }
    }

    Published {
        held = List.copyOf(held);
    }

    /** @param type anything; aliases are not followed for {@code CNAME} itself */
    static Published of(Evidence evidence, String name, String type) {
        return new Search(evidence, type).from(Names.canonical(name));
    }

    /** What one answer says by itself, be it a name server's or a resolver's: the aliases in it are followed. */
    static List<String> values(Answer answer, Question question) {
        var seen = new HashSet<String>();
        Optional<String> at = Optional.of(question.name());
        while (at.isPresent() && seen.add(at.get())) {
            List<String> values = answer.data(new Question(at.get(), question.type()));
            if (!values.isEmpty()) {
                return values;
            }
            at = answer.alias(at.get());
        }
        return List.of();
    }

    boolean isKnown() {
        return !held.isEmpty();
    }

    /** Whether there surely is none: at least one server decides, and none holds or leads to anything. */
    boolean isAbsent() {
        return isKnown() && !open && values().isEmpty();
    }

    /** Whether every server that decides holds all of these. */
    boolean isEverywhere(Collection<String> wanted) {
        return isKnown() && !open && held.stream().allMatch(one -> one.values().containsAll(wanted));
    }

    /** All that any server holds, each once. */
    SequencedSet<String> values() {
        var values = new LinkedHashSet<String>();
        held.forEach(one -> values.addAll(one.values()));
        return values;
    }

    /** The servers that decide and lack some of these. */
    List<Server> lacking(Collection<String> wanted) {
        return held.stream()
                .filter(one -> !one.values().containsAll(wanted))
                .map(Held::server)
                .distinct()
                .toList();
    }

    /** Where the name leads; the name itself if it is no alias, or nothing is known. */
    String at() {
        return held.isEmpty() ? question.name() : held.getFirst().at();
    }

    /** Follows aliases from name to name, each name once, so that no chain or circle costs more than its names. */
    private static final class Search {
        private final Evidence evidence;
        private final String type;
        private final SequencedSet<Held> held = new LinkedHashSet<>();
        private final Set<String> visited = new HashSet<>();
        private final Queue<List<String>> paths = new ArrayDeque<>();
        private boolean open;

        Search(Evidence evidence, String type) {
            this.evidence = evidence;
            this.type = type;
        }

        Published from(String name) {
            visited.add(name);
            paths.add(List.of(name));
            while (!paths.isEmpty()) {
                List<String> path = paths.remove();
                List<Answer> deciding = evidence.answers(path.getLast(), type).deciding();
                open |= deciding.isEmpty() && path.size() > 1;
                deciding.forEach(answer -> read(answer, path));
            }
            return new Published(new Question(name, type), List.copyOf(held), open);
        }

        private void read(Answer answer, List<String> path) {
            String at = path.getLast();
            List<String> values = answer.data(new Question(at, type));
            Optional<String> alias = values.isEmpty() ? answer.alias(at) : Optional.empty();
            if (alias.isEmpty()) {
                hold(answer, path, values);
                return;
            }
            if (path.contains(alias.get()) || visited.size() >= Aliases.MOST_NAMES) {
                open = true;
                return;
            }
            List<String> further = Stream.concat(path.stream(), alias.stream()).toList();
            if (evidence.answers().containsKey(new Question(alias.get(), type))) {
                lead(further);
            } else {
                read(answer, further);
            }
        }

        /** The servers of the next name decide what is there, not this one, even if it says something of it. */
        private void lead(List<String> path) {
            if (visited.add(path.getLast())) {
                paths.add(path);
            }
        }

        private void hold(Answer answer, List<String> path, List<String> values) {
            boolean asked = evidence.answers().containsKey(new Question(path.getLast(), type));
            if (asked || !values.isEmpty() || endsWithin(answer, path.getLast())) {
                held.add(new Held(answer.server(), path, values));
            } else {
                open = true;
            }
        }

        /** Whether the server also decides about the name to which its alias leads: it says that nothing is there. */
        private static boolean endsWithin(Answer answer, String name) {
            return answer.authority().stream()
                    .anyMatch(record -> record.type().equals("SOA") && Names.isWithin(name, record.name()));
        }
    }
}
