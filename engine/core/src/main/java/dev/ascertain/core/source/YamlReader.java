package dev.ascertain.core.source;

import dev.ascertain.core.diagnostic.Diagnostic;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML 1.2 document into a tree with places. */
public final class YamlReader {
    private YamlReader() {}

    /**
     * @param faults is told what is wrong with the document as YAML
     * @return null if there is no tree, and then a fault was said; else the tree, of which parts may be {@linkplain
     *     Node.Faulty faulty}
     */
    public static @Nullable Node read(SourceText source, Consumer<Diagnostic> faults) {
        int unprintable = unprintable(source.text());
        if (unprintable >= 0) {
            faults.accept(YamlFault.unprintable(source, unprintable));
            return null;
        }
        var tree = new TreeBuilder(source, faults);
        return parse(source, tree, faults) ? tree.root() : null;
    }

    private static boolean parse(SourceText source, TreeBuilder tree, Consumer<Diagnostic> faults) {
        LoadSettings settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        Iterator<Event> events = new Parse(settings).parseString(source.text()).iterator();
        while (true) {
            Event event;
            try {
                if (!events.hasNext()) {
                    return true;
                }
                event = events.next();
            } catch (YamlEngineException e) {
                faults.accept(YamlFault.of(source, e, tree.last()));
                return false;
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                // The scanner lets these through for some escapes of characters that do not exist.
                faults.accept(YamlFault.unknown(source, tree.last()));
                return false;
            }
            if (!tree.add(event)) {
                return false;
            }
        }
    }

    private static int unprintable(String text) {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            boolean isFine = codePoint < 0x20 ? isBlank(codePoint) : StreamReader.isPrintable(codePoint);
            if (!isFine) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return -1;
    }

    private static boolean isBlank(int codePoint) {
        return codePoint == '\t' || codePoint == '\n' || codePoint == '\r';
    }
}
