package dev.klp.processor;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.processor.released.ReleasedPatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of one compilation.
 *
 * @param sources the folder of {@link Option#SOURCES}, absolute and existing; null for none
 * @param kernels {@link Option#KERNEL}, empty for none
 * @param released what the manifests in the folder of {@link Option#RELEASED} say, empty for none
 * @param verbose {@link Option#VERBOSE}
 * @param debug {@link Option#DEBUG}
 * @param diagnostics what is wrong with the options, each at its key; such an option counts as not given
 */
record Options(
        @Nullable Path sources,
        List<KernelName> kernels,
        List<ReleasedPatch> released,
        boolean verbose,
        boolean debug,
        List<Diagnostic<String>> diagnostics) {
    Options {
        kernels = List.copyOf(kernels);
        released = List.copyOf(released);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Reads all options at once, those of other processors aside. */
    static Options parse(Map<String, String> given) {
        OptionParser parser = new OptionParser(given);
        parser.refuseUnknown();
        return new Options(
                parser.existingFolder(Option.SOURCES),
                parser.kernels(),
                parser.released(),
                parser.flag(Option.VERBOSE),
                parser.flag(Option.DEBUG),
                parser.diagnostics());
    }
}
