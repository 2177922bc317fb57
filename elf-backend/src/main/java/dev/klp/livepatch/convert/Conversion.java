package dev.klp.livepatch.convert;

import dev.klp.elf.image.ElfImage;
import dev.klp.livepatch.Problem;
import java.util.List;

/** How a conversion ended. */
public sealed interface Conversion {
    /**
     * The module was changed.
     *
     * @param image the converted module
     * @param relocations how many relocations were moved
     * @param symbols how many symbols the livepatch core will resolve for them
     * @param notes what the user should know, one sentence each
     */
    record Converted(ElfImage image, int relocations, int symbols, List<String> notes) implements Conversion {
        public Converted {
            notes = List.copyOf(notes);
        }
    }

    /** There is nothing to convert; the module is fit as it is. */
    record Unchanged() implements Conversion {}

    /**
     * The module was not converted. Its image is as it was.
     *
     * @param problems every reason, at least one
     */
    record Refused(List<Problem> problems) implements Conversion {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
