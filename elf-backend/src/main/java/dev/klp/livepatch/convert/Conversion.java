package dev.klp.livepatch.convert;

import dev.klp.elf.image.ElfImage;
import dev.klp.livepatch.Problem;
import dev.klp.livepatch.verify.Finding;
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

    /**
     * The module was converted, and the kernel would refuse the result, or take and ignore a part of it. It should not be written.
     *
     * @param findings every reason, at least one
     */
    record Unfit(List<Finding> findings) implements Conversion {
        public Unfit {
            findings = List.copyOf(findings);
        }
    }
}
