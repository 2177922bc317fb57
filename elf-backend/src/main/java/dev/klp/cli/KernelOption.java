package dev.klp.cli;

import picocli.CommandLine.Model.OptionSpec;

/** The option {@code --kernel} of the commands that answer from one kernel. */
final class KernelOption {
    static final String NAME = "--kernel";

    private KernelOption() {}

    static OptionSpec required() {
        return OptionSpec.builder(NAME)
                .paramLabel("KERNEL")
                .type(String.class)
                .required(true)
                .description(
                        "An index file; a source of one, such as vmlinuz; or the release of a kernel in the cache.")
                .build();
    }
}
