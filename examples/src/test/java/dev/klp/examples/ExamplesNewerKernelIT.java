package dev.klp.examples;

import dev.klp.annotations.Livepatch;
import java.io.IOException;
import java.nio.file.Path;

/** The patches that need nothing that changed since, from the same trees in Debian 12's newer kernel. */
class ExamplesNewerKernelIT extends ExamplesOnKernel {
    @Override
    KernelUnderTest kernel() throws IOException {
        return KernelUnderTest.requireNewer();
    }

    @Override
    Path module(KernelUnderTest kernel, Livepatch patch) throws IOException, InterruptedException {
        return KbuildTree.of(patch).makeFor(kernel);
    }

    @Override
    void addSteps(KernelUnderTest kernel) {}
}
