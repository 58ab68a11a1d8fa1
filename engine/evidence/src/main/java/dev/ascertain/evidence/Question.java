package dev.ascertain.evidence;

/**
 * A name and a type of record to be asked for.
 *
 * @param name lower case, without the final dot, in the ASCII form of the DNS; see {@link Names#canonical}
 * @param type upper case, such as {@code TXT}
 */
public record Question(String name, String type) implements Comparable<Question> {
    public Question {
        name = Names.canonical(name);
    }

    @Override
    public int compareTo(Question other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? type.compareTo(other.type) : byName;
    }

    @Override
    public String toString() {
        return name + " " + type;
    }
}
