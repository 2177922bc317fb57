package dev.klp.processor.spec;

import dev.klp.templates.model.RelativePath;
import dev.klp.templates.model.SourceFile;
import java.util.List;

/** The author's C text, as seen from one patch. */
public interface SourceFiles {
    /** Looks a file up; a second call gives the same answer. */
    Lookup find(RelativePath path);

    /** C text in an annotation as a file of the tree; a second call gives the same answer. */
    SourceFile of(CodeSpec code);

    /** What became of looking a file up. */
    sealed interface Lookup {}

    /**
     * The file.
     *
     * @param text its content
     * @param origin where it stands below the folder of sources that it was found in
     */
    record Found(String text, String origin) implements Lookup {}

    /**
     * The file is nowhere.
     *
     * @param places where it was looked for, each as the end of "looked"
     * @param help what to do
     */
    record Missing(List<String> places, String help) implements Lookup {
        public Missing {
            places = List.copyOf(places);
        }
    }

    /**
     * The file is there and cannot be used.
     *
     * @param place where it was found, as the end of "found"
     * @param reason why it cannot be used
     */
    record Unreadable(String place, String reason) implements Lookup {}
}
