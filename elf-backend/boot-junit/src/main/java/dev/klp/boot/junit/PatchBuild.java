package dev.klp.boot.junit;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchKernel;
import dev.klp.boot.BootException;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.io.AtomicFile;
import dev.klp.kernel.symvers.ModuleSymvers;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.ModuleFile;
import dev.klp.livepatch.convert.Conversion;
import dev.klp.livepatch.convert.ConversionTarget;
import dev.klp.livepatch.convert.Converter;
import dev.klp.livepatch.convert.Exports;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Builds patches for one kernel by their own Makefiles, and converts them here.
 *
 * @param folder where all that is made goes
 * @param headers what kbuild builds with
 */
record PatchBuild(Path folder, Path headers) {
    private static final long MAKE_LIMIT_MINUTES = 10;

    /** The module of a patch, fit to be loaded. */
    Path module(Livepatch patch) throws IOException, InterruptedException {
        String name = patch.moduleName();
        Path tree = tree(patch);
        Path built = folder.resolve("built").resolve(name);
        make(name, "-C", tree.toString(), "KDIR=" + headers, "O=" + built, "KLP=true");
        Path converted = folder.resolve("converted").resolve(name + ".ko");
        Files.createDirectories(converted.resolveSibling(""));
        convert(built.resolve(name + ".ko"), converted);
        return converted;
    }

    /** Copies the generated files from the class path; those that are there already keep their time. */
    private Path tree(Livepatch patch) throws IOException {
        Set<String> resources = new TreeSet<>(patch.resources());
        patch.kernels().stream().map(LivepatchKernel::resources).forEach(resources::addAll);
        for (String resource : resources) {
            byte[] content = content(patch, resource);
            Path file = folder.resolve("trees").resolve(resource);
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                Files.createDirectories(file.resolveSibling(""));
                Files.write(file, content);
            }
        }
        return folder.resolve("trees").resolve("klp").resolve(patch.moduleName());
    }

    /** Reads a file from where the companion itself comes from: another patch on the class path may have the same name. */
    private static byte[] content(Livepatch patch, String resource) throws IOException {
        Class<?> companion = patch.getClass();
        String classFile = companion.getName().replace('.', '/') + ".class";
        String place =
                Objects.requireNonNull(companion.getResource("/" + classFile)).toString();
        String root = place.substring(0, place.length() - classFile.length());
        try (InputStream stream = URI.create(root + resource).toURL().openStream()) {
            return stream.readAllBytes();
        } catch (FileNotFoundException e) {
            throw new BootException(companion.getName() + ": " + resource + " is not beside it in " + root
                    + "; compile the patch again");
        }
    }

    private void make(String patch, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createDirectories(folder.resolve("logs")).resolve(patch);
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(Stream.of("make"), Stream.of(arguments)).toList());
        // The build tool that runs the tests may itself have been started by make.
        builder.environment().keySet().removeAll(List.of("MAKEFLAGS", "MAKELEVEL", "MFLAGS"));
        Process process = builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(MAKE_LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new BootException(patch + ": make took more than " + MAKE_LIMIT_MINUTES + " minutes");
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new BootException(patch + " could not be built:\n" + Files.readString(log, StandardCharsets.UTF_8));
        }
    }

    private void convert(Path from, Path to) throws IOException {
        Exports exports = new Exports.Listed(ModuleSymvers.read(List.of(headers.resolve("Module.symvers"))));
        KernelModule module = KernelModule.of(ElfReader.read(ModuleFile.read(from)));
        Conversion conversion = Converter.convert(module, new ConversionTarget(exports, null, null, Set.of()));
        if (conversion instanceof Conversion.Converted converted) {
            AtomicFile.write(to, from, channel -> ElfWriter.write(converted.image(), channel));
        } else if (conversion instanceof Conversion.Unchanged) {
            byte[] same = Files.readAllBytes(from);
            AtomicFile.write(to, from, channel -> channel.write(ByteBuffer.wrap(same)));
        } else if (conversion instanceof Conversion.Refused refused) {
            throw new BootException(from + " could not be converted: " + refused.problems());
        } else if (conversion instanceof Conversion.Unfit unfit) {
            throw new BootException(from + " would not be loaded: " + unfit.findings());
        }
    }
}
