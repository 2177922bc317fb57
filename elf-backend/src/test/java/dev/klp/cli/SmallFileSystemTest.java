package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.testing.ObjectFile;
import dev.klp.testing.Program;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversions on a file system without room for their result, mounted for one process. */
class SmallFileSystemTest {
    private static final String SOURCE = """
            .text
            call ".klp.sym.rela.vmlinux.vmlinux.nr_threads,0"
            .data
            .zero 100000
            """;

    @TempDir
    Path folder;

    private Path module;

    @BeforeEach
    void assemble() throws IOException {
        module = ObjectFile.assembleModule(folder, "in.ko", SOURCE);
        Files.writeString(folder.resolve("Module.symvers"), "0x1\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n");
    }

    /**
     * Runs a command line of klp's in a folder {@code small} of its own file system, with the module in it, and prints what is
     * left.
     *
     * @param size of the file system, as mount takes it
     */
    private List<String> run(String size, String arguments) throws IOException {
        Path small = Files.createDirectories(folder.resolve("small"));
        String script = """
                mount -t tmpfs -o size=%s,mode=700 klp-test '%s' || exit 99
                cd '%s'
                cp ../in.ko . && chmod 640 in.ko || exit 98
                '%s' -cp '%s' dev.klp.cli.Klp %s 2>&1
                echo "exit $?"
                ls -A
                stat -c 'mode %%a' in.ko
                cmp in.ko ../in.ko >/dev/null && echo unchanged
                exit 0
                """.formatted(
                        size,
                        small,
                        small,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        arguments);
        Program.Result result = Program.run("unshare", "--map-root-user", "--mount", "sh", "-c", script);
        Requires.that(result.exitCode() == 0, "no file system can be mounted here: " + result);
        return List.of(result.output().strip().split("\n", -1));
    }

    @Test
    void aFullDiskLeavesTheOldFileInPlace() throws IOException {
        assertThat(run("150k", "convert --symbols ../Module.symvers --in-place in.ko"))
                .containsExactly("klp: in.ko: No space left on device", "exit 1", "in.ko", "mode 640", "unchanged");
    }

    @Test
    void aFullDiskLeavesNoHalfOfANewFile() throws IOException {
        assertThat(run("150k", "convert --symbols ../Module.symvers -o out.ko in.ko"))
                .containsExactly("klp: out.ko: No space left on device", "exit 1", "in.ko", "mode 640", "unchanged");
    }

    @Test
    void withRoomTheFileIsReplacedAndKeepsItsMode() throws IOException {
        assertThat(run("400k", "convert --symbols ../Module.symvers --in-place in.ko"))
                .containsExactly("in.ko: 1 relocation against 1 symbol converted", "exit 0", "in.ko", "mode 640");
    }
}
