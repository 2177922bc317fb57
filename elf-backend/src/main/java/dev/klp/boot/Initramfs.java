package dev.klp.boot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The machine's first and only file system: busybox, the first process, the steps and the modules. */
final class Initramfs {
    private Initramfs() {}

    static void write(Path file, Boot boot, Path busybox, GuestProgram program) throws IOException {
        try (CpioArchive archive = new CpioArchive(new BufferedOutputStream(Files.newOutputStream(file)))) {
            archive.folder("bin");
            archive.file("bin/busybox", ByteBuffer.wrap(Files.readAllBytes(busybox)));
            archive.file("init", text(initScript()));
            archive.folder("klp");
            archive.file("klp/settings", text(settings(boot)));
            archive.file("klp/steps", text(program.text()));
            archive.folder("klp/modules");
            for (Map.Entry<String, ModuleFile> module : program.modules().entrySet()) {
                archive.file(module.getKey(), module.getValue().content());
            }
        }
    }

    private static ByteBuffer text(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }

    private static String settings(Boot boot) {
        return "REPORT_DEVICE=" + ShellText.quote(boot.machine().reportDevice())
                + "\nTIME_LIMIT=" + boot.timeLimit().toSeconds()
                + "\nTRANSITION_LIMIT=" + boot.transitionLimit().toMillis() / 10
                + "\n";
    }

    private static String initScript() {
        try (InputStream in = Objects.requireNonNull(Initramfs.class.getResourceAsStream("init.sh"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
