package dev.klp.examples.cmdline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.examples.KbuildTree;
import dev.klp.examples.KernelUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CmdlineBuildIT {
    @Test
    void makeMayBeRunTwiceAndLeavesTheClassesAsTheyAre() throws Exception {
        KernelUnderTest kernel = KernelUnderTest.require();
        KbuildTree tree = KbuildTree.of(new CmdlinePatchLivepatch());
        Set<String> generated = tree.files();

        Path ko = tree.make(kernel);
        byte[] first = Files.readAllBytes(ko);
        tree.make(kernel);

        assertThat(ko).hasBinaryContent(first);
        // What is packaged after a make is this folder, so no object file may get into it.
        assertThat(tree.files()).isEqualTo(generated).noneMatch(file -> file.matches(".*\\.(o|ko|mod|cmd)"));
    }
}
