package dev.ascertain.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a command is called, and what it takes, in the order of its help. What is not typed leaves its field as it is.
 *
 * <p>It is told to picocli without its annotations: no ahead-of-time cache holds what the JDK makes of those, and reading
 * them would take a fifth of a short run.
 */
final class Syntax {
    private static final Pattern SPACE = Pattern.compile(" ");

    private final CommandSpec spec;

    private Syntax(CommandSpec spec) {
        this.spec = spec;
    }

    static Syntax of(Object command, String name, String... description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name(name);
        spec.usageMessage().description(description).sortOptions(false);
        return new Syntax(spec);
    }

    CommandSpec spec() {
        return spec;
    }

    /** Options that several commands share. */
    Syntax with(Consumer<Syntax> shared) {
        shared.accept(this);
        return this;
    }

    /**
     * An option without a value.
     *
     * @param names such as {@code -q --quiet}
     */
    Syntax flag(String names, String description, Consumer<Boolean> into) {
        String[] each = SPACE.split(names, 0);
        return option(OptionSpec.builder(each).type(boolean.class).description(description), into);
    }

    /**
     * An option that is given once; of several, the last one counts.
     *
     * @param form its name and what stands for its value, such as {@code --out FILE}
     */
    <V> Syntax value(String form, Class<V> type, String description, Consumer<V> into) {
        return option(valued(form).type(type).description(description), into);
    }

    /** An option whose value is one of these words, or begins with one, or is made of them. */
    Syntax worded(String form, Iterable<String> words, String description, Consumer<String> into) {
        return option(
                valued(form).type(String.class).completionCandidates(words).description(description), into);
    }

    /** An option that may be repeated. */
    Syntax values(String form, String description, Consumer<List<String>> into) {
        return values(form, List.of(), description, into);
    }

    /** An option that may be repeated, whose values begin with one of these words. */
    Syntax values(String form, Iterable<String> words, String description, Consumer<List<String>> into) {
        return option(
                valued(form)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .completionCandidates(words)
                        .description(description),
                into);
    }

    static OptionSpec.Builder valued(String form) {
        String[] words = SPACE.split(form, 0);
        return OptionSpec.builder(words[0]).paramLabel(words[1]);
    }

    /** An option that is none of the usual ones. */
    <V> Syntax option(OptionSpec.Builder option, Consumer<V> into) {
        var field = new Field<>(into);
        spec.addOption(option.getter(field).setter(field).build());
        return this;
    }

    /** Any number of files and folders. */
    Syntax paths(String label, String description, Consumer<List<Path>> into) {
        return several(label, Path.class, description, into);
    }

    /** Any number of words. */
    Syntax words(String label, String description, Consumer<List<String>> into) {
        return several(label, String.class, description, into);
    }

    private <V> Syntax several(String label, Class<V> type, String description, Consumer<List<V>> into) {
        return parameter(
                PositionalParamSpec.builder()
                        .type(List.class)
                        .auxiliaryTypes(type)
                        .arity("0..*")
                        .paramLabel(label)
                        .description(description),
                into);
    }

    /** One word that must be there. */
    <V> Syntax word(String label, Class<V> type, String description, Consumer<V> into) {
        return parameter(
                PositionalParamSpec.builder()
                        .type(type)
                        .required(true)
                        .paramLabel(label)
                        .description(description),
                into);
    }

    /** One word that may be left out. */
    <V> Syntax optionalWord(String label, Class<V> type, String description, Consumer<V> into) {
        return parameter(
                PositionalParamSpec.builder()
                        .type(type)
                        .arity("0..1")
                        .paramLabel(label)
                        .description(description),
                into);
    }

    private <V> Syntax parameter(PositionalParamSpec.Builder parameter, Consumer<V> into) {
        var field = new Field<>(into);
        spec.addPositional(parameter.getter(field).setter(field).build());
        return this;
    }

    /** Picocli collects the values of a repeated option by reading back what it set. */
    private static final class Field<V> implements IGetter, ISetter {
        private final Consumer<V> into;
        private @Nullable Object value;

        Field(Consumer<V> into) {
            this.into = into;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // picocli's signature; it converts to the type
        public <T> @Nullable T get() {
            return (T) value;
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public <T> @Nullable T set(@Nullable T next) {
            var before = (T) value;
            value = next;
            if (next != null) {
                into.accept((V) next);
            }
            return before;
        }
    }
}
