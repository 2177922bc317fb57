package dev.klp.boot;

import java.nio.file.Path;
import java.util.List;

/** One thing to do in the booted machine. Steps are carried out in order; one that fails does not stop the others. */
public sealed interface Step {
    /** One line that says what is done, as a person would type it. */
    String title();

    /** Loads a module from a file. If it is a livepatch, the step lasts until its transition has ended. */
    static Step insmod(Path module, String... parameters) {
        return new Insmod(module, List.of(parameters));
    }

    /** Loads one of the kernel's own modules, after those that it depends on. */
    static Step modprobe(String module, String... parameters) {
        return new Modprobe(module, List.of(parameters));
    }

    /** Disables a livepatch, waits until it is gone from {@code /sys/kernel/livepatch/}, and unloads its module. */
    static Step disable(String patch) {
        return new Disable(patch);
    }

    /** Runs a command line by the machine's {@code sh}, which is busybox's. */
    static Step command(String commandLine) {
        return new Command(commandLine);
    }

    /**
     * Loads a module from a file.
     *
     * @param module the file, a {@code .ko}
     * @param parameters the module's parameters, each {@code name=value}
     */
    record Insmod(Path module, List<String> parameters) implements Step {
        public Insmod {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String title() {
            return words("insmod " + module.getFileName(), parameters);
        }
    }

    /**
     * Loads one of the kernel's own modules.
     *
     * @param module its name; {@code -} and {@code _} are the same
     * @param parameters its parameters, each {@code name=value}
     */
    record Modprobe(String module, List<String> parameters) implements Step {
        public Modprobe {
            parameters = List.copyOf(parameters);
        }

        @Override
        public String title() {
            return words("modprobe " + module, parameters);
        }
    }

    /**
     * Disables and unloads a livepatch.
     *
     * @param patch its module's name
     */
    record Disable(String patch) implements Step {
        @Override
        public String title() {
            return "disable " + patch;
        }
    }

    /**
     * Runs a command.
     *
     * @param commandLine for {@code sh -c}
     */
    record Command(String commandLine) implements Step {
        @Override
        public String title() {
            return commandLine;
        }
    }

    private static String words(String command, List<String> parameters) {
        return parameters.isEmpty() ? command : command + " " + String.join(" ", parameters);
    }
}
