package dev.ascertain.evidence.dns;

import dev.ascertain.evidence.Names;
import dev.ascertain.evidence.Question;
import dev.ascertain.evidence.dns.Authority.Said;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The records that prove something: at the source first, and at the resolvers only once they are there. */
final class Tokens {
    /** That the servers of one zone name for one alias, at most. */
    private static final int MOST_TARGETS = 3;

    private static final String CNAME = "CNAME";

    private final Walk walk;
    private final Authority authority;
    private final Zones zones;
    private final Resolvers resolvers;

    Tokens(Walk walk, Authority authority, Zones zones, Resolvers resolvers) {
        this.walk = walk;
        this.authority = authority;
        this.zones = zones;
        this.resolvers = resolvers;
    }

    /** A TXT record is to be at a name, or where that is an alias for. */
    void text(String name) {
        var wanted = new Question(name, "TXT");
        if (isPublished(wanted, new LinkedHashSet<>())) {
            resolvers.ask(wanted);
            return;
        }
        String zone = walk.cutOf(name).zone();
        aside(List.of(
                new Question(name, "NS"),
                new Question(name + "." + zone, "TXT"),
                new Question(Names.parent(name), "TXT"),
                new Question(zone, "TXT")));
    }

    /** Any record. */
    void record(Question wanted) {
        if (isPublished(wanted, new LinkedHashSet<>())) {
            resolvers.ask(wanted);
        }
    }

    /** A CNAME record is to be at a name. What it should point to is looked at too. */
    void alias(String name, String target) {
        var wanted = new Question(name, CNAME);
        Together.all(List.of(() -> alias(wanted), () -> existence(target)));
    }

    private void alias(Question wanted) {
        if (isPublished(wanted, new LinkedHashSet<>())) {
            resolvers.ask(wanted);
            return;
        }
        String name = wanted.name();
        String zone = walk.cutOf(name).zone();
        aside(List.of(
                new Question(name, "NS"),
                new Question(name, "A"),
                new Question(name, "AAAA"),
                new Question(name, "TXT"),
                new Question(name + "." + zone, CNAME)));
    }

    /** A target that does not exist can be taken over by somebody else. */
    private void existence(String target) {
        Cut unused = walk.cutOf(target);
        Together.all(List.of(
                () -> resolvers.ask(new Question(target, "A")), () -> resolvers.ask(new Question(target, "AAAA"))));
    }

    /**
     * Whether a server of the zone has such a record. Asking a resolver before that would plant the very answer that
     * one then waits for. Where nothing authoritative can be known, the resolvers are all there is.
     */
    private boolean isPublished(Question wanted, Set<String> names) {
        boolean followed = names.size() > Walk.MOST_HOPS || !names.add(wanted.name());
        if (followed || !Wire.isAskable(wanted.name())) {
            return false;
        }
        Said said = authority.everywhere(wanted);
        if (names.size() == 1) {
            zones.examine(said.cut());
        }
        if (walk.isBlind()) {
            return true;
        }
        boolean published = said.isPositive(wanted.type());
        if (wanted.type().equals(CNAME)) {
            said.aliases(wanted.name()).stream().limit(MOST_TARGETS).forEach(target -> follow(target, names));
            return published;
        }
        List<String> targets =
                said.aliases(wanted.name()).stream().limit(MOST_TARGETS).toList();
        for (String target : targets) {
            published |= isPublished(new Question(target, wanted.type()), names);
        }
        return published;
    }

    /** The aliases that an alias leads to, from one server each. */
    private void follow(String target, Set<String> names) {
        if (names.size() <= Walk.MOST_HOPS && names.add(target)) {
            authority
                    .once(new Question(target, CNAME))
                    .flatMap(heard -> heard.alias(target))
                    .ifPresent(next -> follow(next, names));
        }
    }

    /** Where a record may have landed instead. */
    private void aside(List<Question> questions) {
        Together.all(questions.stream()
                .distinct()
                .<Runnable>map(question -> () -> authority.once(question))
                .toList());
    }
}
