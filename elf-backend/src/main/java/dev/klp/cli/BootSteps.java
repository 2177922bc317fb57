package dev.klp.cli;

import dev.klp.boot.BootKernel;
import dev.klp.boot.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** The steps of {@code klp boot} as they stand on the command line. */
final class BootSteps {
    private static final String COMMAND = "--";
    private static final String DISABLE = "--disable";
    private static final Pattern MODULE_FILE = Pattern.compile("(?:.*/)?([^/]+)\\.ko(?:\\.(?:xz|zst|gz))?");
    private static final Pattern MODULE_NAME = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_.-]+=.*");

    private final BootKernel kernel;
    private final Deque<String> words;
    private final List<Step> steps = new ArrayList<>();

    private BootSteps(BootKernel kernel, List<String> words) {
        this.kernel = kernel;
        this.words = new ArrayDeque<>(words);
    }

    /**
     * Reads the words of the command line.
     *
     * @throws IllegalArgumentException if there is none or one of them is no step; the text says what would be
     */
    static List<Step> parse(BootKernel kernel, List<String> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no step given");
        }
        BootSteps steps = new BootSteps(kernel, words);
        while (!steps.words.isEmpty()) {
            steps.steps.add(steps.next());
        }
        return List.copyOf(steps.steps);
    }

    private Step next() {
        String word = words.remove();
        if (word.equals(COMMAND)) {
            return command();
        }
        if (word.equals(DISABLE)) {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("--disable needs the name of a livepatch");
            }
            return Step.disable(moduleName(words.remove()));
        }
        if (MODULE_FILE.matcher(word).matches()) {
            return file(Path.of(word));
        }
        if (MODULE_NAME.matcher(word).matches() && !word.startsWith("-")) {
            return Step.modprobe(word, parameters());
        }
        throw new IllegalArgumentException("'" + word + "' is no step: a step is FILE.ko, the name of a module,"
                + " -- COMMAND or --disable PATCH, and options stand before the first one");
    }

    /** One word with blanks in it, as quotes make it; else the words up to the next step, joined by blanks as ssh does it. */
    private Step command() {
        if (!words.isEmpty() && words.element().contains(" ")) {
            return Step.command(words.remove());
        }
        List<String> command = new ArrayList<>();
        while (!words.isEmpty() && !startsStep(words.element())) {
            command.add(words.remove());
        }
        if (command.isEmpty()) {
            throw new IllegalArgumentException("-- needs a command");
        }
        return Step.command(String.join(" ", command));
    }

    private static boolean startsStep(String word) {
        return word.equals(COMMAND)
                || word.equals(DISABLE)
                || (MODULE_FILE.matcher(word).matches() && Files.exists(Path.of(word)));
    }

    /** One of the kernel's own modules is loaded after what it depends on, any other file just so. */
    private Step file(Path file) {
        Path own = kernel.modules();
        if (own != null && file.toAbsolutePath().normalize().startsWith(own)) {
            return Step.modprobe(moduleName(file.toString()), parameters());
        }
        return Step.insmod(file, parameters());
    }

    private String[] parameters() {
        List<String> parameters = new ArrayList<>();
        while (!words.isEmpty() && PARAMETER.matcher(words.element()).matches()) {
            parameters.add(words.remove());
        }
        return parameters.toArray(String[]::new);
    }

    private static String moduleName(String word) {
        var file = MODULE_FILE.matcher(word);
        return (file.matches() ? file.group(1) : word).replace('-', '_');
    }
}
