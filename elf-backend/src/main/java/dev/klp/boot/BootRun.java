package dev.klp.boot;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run: a folder of its own, one QEMU process, and the end of both. */
final class BootRun {
    /** More than any output that a machine of this size holds. */
    private static final long MAX_PORT_BYTES = 256L << 20;

    private final Boot boot;

    BootRun(Boot boot) {
        this.boot = boot;
    }

    BootResult run() throws IOException, InterruptedException {
        Path folder =
                Files.createTempDirectory("klp-boot-" + ProcessHandle.current().pid() + "-");
        Thread cleanUp = new Thread(() -> deleteQuietly(folder), "klp-boot-clean-up");
        Runtime.getRuntime().addShutdownHook(cleanUp);
        try {
            return runIn(folder);
        } finally {
            deleteQuietly(folder);
            forget(cleanUp);
        }
    }

    private BootResult runIn(Path folder) throws IOException, InterruptedException {
        Path qemu = HostTools.qemu(boot.machine());
        Path initramfs = folder.resolve("initramfs");
        KernelModules modules = new KernelModules(boot.kernel().modules());
        GuestProgram program = GuestProgram.of(boot.steps(), modules);
        Initramfs.write(initramfs, boot, HostTools.busybox(boot.machine()), program);

        Path console = folder.resolve("console");
        Path report = folder.resolve("report");
        Path output = folder.resolve("output");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(commandLine(qemu, initramfs, console, report))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean timely = await(process);
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        if (timely && process.exitValue() != 0) {
            throw new BootException(boot.machine().qemu() + " ended with status " + process.exitValue() + ": "
                    + Files.readString(output, StandardCharsets.ISO_8859_1).strip());
        }
        return new BootReport(boot.steps(), read(console), read(report)).result(timely, duration);
    }

    private List<String> commandLine(Path qemu, Path initramfs, Path console, Path report) throws InterruptedException {
        List<String> words = new ArrayList<>(DeathSignal.prefix());
        words.add(qemu.toString());
        words.addAll(boot.machine().options());
        words.addAll(List.of("-nodefaults", "-display", "none", "-no-reboot"));
        words.addAll(List.of("-m", boot.memoryMebibytes() + "M"));
        words.addAll(List.of("-serial", "file:" + console, "-serial", "file:" + report));
        words.addAll(List.of("-kernel", boot.kernel().image().toString(), "-initrd", initramfs.toString()));
        words.addAll(List.of("-append", boot.commandLine()));
        return words;
    }

    /** Waits for the machine's end within its time limit; afterwards the process is gone in any case. */
    private boolean await(Process process) throws InterruptedException {
        Thread killer = new Thread(process::destroyForcibly, "klp-boot-killer");
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            return process.waitFor(boot.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
            process.onExit().join();
            forget(killer);
        }
    }

    private static byte[] read(Path port) throws IOException {
        if (!Files.exists(port)) {
            return new byte[0];
        }
        long size = Files.size(port);
        if (size > MAX_PORT_BYTES) {
            throw new BootException("the machine sent " + size + " bytes; at most " + MAX_PORT_BYTES + " are read");
        }
        return Files.readAllBytes(port);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is shutting down, and the hook runs or has run.
            return;
        }
    }

    private static void deleteQuietly(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // A temporary file more or less: not worth losing the result for.
            return;
        }
    }
}
