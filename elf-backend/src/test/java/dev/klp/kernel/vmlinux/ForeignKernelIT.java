package dev.klp.kernel.vmlinux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.kernel.kallsyms.Kallsyms;
import dev.klp.testing.Requires;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Debian's kernels of other architectures, checked against what {@code nm} says of the files in the same package. */
class ForeignKernelIT {
    private static final int MODULES_PER_CALL = 200;

    @TempDir
    Path folder;

    private String nm = "nm";

    @BeforeEach
    void findNm() {
        nm = Requires.program("nm").toString();
    }

    /** The ppc64el image is a plain ELF file that still has its symbol table. */
    @Test
    void ppc64elHasExactlyTheFunctionsOfItsSymbolTable() throws Exception {
        Path image = image(new ForeignDebian("ppc64el", "powerpc64le").tree());
        Vmlinux vmlinux = Vmlinux.read(image);
        Kallsyms symbols = vmlinux.symbols();
        AddressRange text = vmlinux.range(KernelRange.TEXT).orElseThrow();
        AddressRange init = vmlinux.range(KernelRange.INIT_TEXT).orElseThrow();

        List<String> expected = ForeignDebian.run(folder, List.of(nm, image.toString()))
                .lines()
                .filter(line -> line.charAt(0) != ' ' && isKept(line, text, init))
                .toList();
        List<String> decoded = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            decoded.add("%016x %c %s".formatted(symbols.address(i), symbols.type(i), symbols.name(i)));
        }
        System.out.println("ForeignKernelIT compares " + vmlinux.release() + ", " + decoded.size() + " symbols");
        assertThat(decoded).hasSizeGreaterThan(10_000).containsExactlyInAnyOrderElementsOf(expected);
    }

    /**
     * Without {@code CONFIG_KALLSYMS_ALL} the table keeps code only ({@code scripts/kallsyms.c:symbol_valid}), and of symbols at the
     * very end of the code none but the end's own mark; stubs of the linker are left out ({@code scripts/mksysmap}).
     */
    private static boolean isKept(String line, AddressRange text, AddressRange init) {
        long address = Long.parseUnsignedLong(line.substring(0, 16), 16);
        String name = line.substring(19);
        boolean atEnd =
                address == text.end() && !name.equals("_etext") || address == init.end() && !name.equals("_einittext");
        boolean inCode =
                text.contains(address) || init.contains(address) || address == text.end() || address == init.end();
        return inCode && !atEnd && !name.contains(".long_branch.") && !name.contains(".plt_branch.");
    }

    /** What a module leaves undefined, and another module does not define, the kernel must have, and as a global symbol. */
    @ParameterizedTest
    @CsvSource({"s390x, s390x, BIG_ENDIAN", "arm64, cloud-arm64, LITTLE_ENDIAN", "ppc64el, powerpc64le, LITTLE_ENDIAN"})
    void whatModulesTakeFromTheKernelIsThere(String architecture, String flavour, String order) throws Exception {
        Path tree = new ForeignDebian(architecture, flavour).tree();
        Vmlinux vmlinux = Vmlinux.read(image(tree));
        Kallsyms symbols = vmlinux.symbols();
        assertThat(vmlinux.release()).endsWith(flavour);
        assertThat(symbols.format().is64()).isTrue();
        assertThat(symbols.format().order())
                .isEqualTo("BIG_ENDIAN".equals(order) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);

        Set<String> wanted = undefinedInModules(tree);
        Map<String, Boolean> global = new HashMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            global.merge(symbols.name(i), Character.isUpperCase(symbols.type(i)), Boolean::logicalOr);
        }
        Set<String> found = wanted.stream().filter(global::containsKey).collect(Collectors.toSet());
        Set<String> local = found.stream()
                .filter(name -> !global.getOrDefault(name, false))
                .collect(Collectors.toCollection(TreeSet::new));
        System.out.println("ForeignKernelIT compares " + vmlinux.release() + ", " + symbols.size()
                + " symbols, modules need " + wanted.size() + ", " + found.size() + " of them functions of the kernel");
        assertThat(found).hasSizeGreaterThan(2000);
        assertThat(local).isEmpty();
    }

    private Set<String> undefinedInModules(Path tree) throws IOException, InterruptedException {
        List<String> modules;
        try (Stream<Path> files = Files.walk(tree.resolve("lib/modules"))) {
            modules = files.map(Path::toString)
                    .filter(name -> name.endsWith(".ko"))
                    .sorted()
                    .toList();
        }
        Set<String> undefined = new TreeSet<>();
        for (int from = 0; from < modules.size(); from += MODULES_PER_CALL) {
            List<String> command = new ArrayList<>(List.of(nm, "-u", "-j"));
            command.addAll(modules.subList(from, Math.min(from + MODULES_PER_CALL, modules.size())));
            ForeignDebian.run(folder, command)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.endsWith(":"))
                    .forEach(undefined::add);
        }
        return undefined;
    }

    private static Path image(Path tree) throws IOException {
        try (Stream<Path> files = Files.list(tree.resolve("boot"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("vmlinu"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
