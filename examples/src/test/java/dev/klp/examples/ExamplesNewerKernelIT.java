package dev.klp.examples;

import dev.klp.boot.junit.KernelBoot;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The patches that need nothing that changed since, from the same trees in Debian 12's newer kernel. */
class ExamplesNewerKernelIT extends ExamplesOnKernel {
    @RegisterExtension
    static final KernelBoot BOOT = steps("6.12");

    @Override
    KernelBoot boot() {
        return BOOT;
    }
}
