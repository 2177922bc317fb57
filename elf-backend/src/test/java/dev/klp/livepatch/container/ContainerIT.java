package dev.klp.livepatch.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.boot.Boot;
import dev.klp.boot.BootEnd;
import dev.klp.boot.BootResult;
import dev.klp.boot.HostTools;
import dev.klp.boot.KernelCache;
import dev.klp.boot.Machine;
import dev.klp.boot.Step;
import dev.klp.boot.StepResult;
import dev.klp.cli.CommandLineRun;
import dev.klp.testing.KernelModuleBuild;
import dev.klp.testing.Program;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel's own programs and a kernel say of the containers that are written. */
class ContainerIT {
    private static final int BASE64_PIECE = 60_000;

    @TempDir
    Path folder;

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(ContainerIT.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path module(Path headers) throws IOException {
        return KernelModuleBuild.build(
                headers,
                Files.createDirectory(folder.resolve("build")),
                "line",
                Map.of("Kbuild", "obj-m := line.o\n", "line.c", resource("line.c")));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void klp(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    /** An RSA signature leaves nothing to chance, so that the kernel's own program must write the same file. */
    @ParameterizedTest
    @ValueSource(strings = {"sha224", "sha256", "sha384", "sha512"})
    void signsAsTheKernelsProgramDoes(String hash) throws IOException {
        Path headers = KernelModuleBuild.headers();
        Path program = Requires.path(headers.resolve("scripts/sign-file"), "install linux-headers-amd64");
        Path module = module(headers);
        Program.output(
                "openssl",
                "req",
                "-new",
                "-x509",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-subj",
                "/O=A vendor/CN=modules",
                "-keyout",
                file("key.pem"),
                "-out",
                file("key.crt"));
        klp("convert", "-o", file("converted.ko"), module.toString());
        Program.output(
                program.toString(), hash, file("key.pem"), file("key.crt"), file("converted.ko"), file("theirs.ko"));
        klp(
                "convert",
                "--sign",
                file("key.pem"),
                file("key.crt"),
                "--sign-hash",
                hash,
                "-o",
                file("ours.ko"),
                module.toString());
        assertThat(folder.resolve("ours.ko")).hasSameBinaryContentAs(folder.resolve("theirs.ko"));
    }

    /** A file into the machine, through commands of its shell. */
    private static List<Step> copy(Path file, String place) throws IOException {
        String text = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < text.length(); i += BASE64_PIECE) {
            String piece = text.substring(i, Math.min(text.length(), i + BASE64_PIECE));
            steps.add(Step.command("printf %s " + piece + " >> " + place + ".base64"));
        }
        steps.add(Step.command("base64 -d " + place + ".base64 > " + place + " && chmod +x " + place));
        return steps;
    }

    /** Linux 6.12 of the distribution has {@code CONFIG_MODULE_DECOMPRESS} and {@code CONFIG_MODULE_COMPRESS_XZ}. */
    @Test
    void theKernelUnpacksTheResultItself() throws Exception {
        List<String> missing = HostTools.missingFor(Machine.X86_64);
        Requires.that(missing.isEmpty(), String.join("; ", missing));
        KernelCache cache = KernelCache.of(System.getenv());
        String release = KernelModuleBuild.release("6\\.12\\..*-amd64");
        Requires.that(cache.debianReleases().contains(release), "no kernel " + release + " in " + cache.root());

        Path module = module(KernelModuleBuild.headers(release));
        Program.output("xz", "--check=crc32", "--lzma2=dict=1MiB", "-f", module.toString());
        klp("convert", "-o", file("line.ko.xz"), module + ".xz");
        Path source = Files.writeString(folder.resolve("insert.c"), resource("insert.c"));
        Program.output("gcc", "-O1", "-nostdlib", "-static", "-s", "-o", file("insert"), source.toString());

        List<Step> steps = new ArrayList<>(copy(folder.resolve("insert"), "/insert"));
        steps.addAll(copy(folder.resolve("line.ko.xz"), "/line.ko.xz"));
        int prepared = steps.size();
        steps.add(Step.command("/insert /line.ko.xz"));
        steps.add(Step.command("cat /proc/cmdline"));
        BootResult result = Boot.of(cache.debian(release)).withSteps(steps).run();
        assertThat(result.end()).as("%s", result.problems()).isEqualTo(BootEnd.FINISHED);
        List<StepResult> done = result.steps();
        assertThat(done.get(prepared).status()).as("%s", done.get(prepared)).isZero();
        assertThat(done.get(prepared + 1).output()).isEqualTo("patched, with threads\n");
    }
}
