package dev.klp.livepatch.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.cli.CommandLineRun;
import dev.klp.elf.ElfFile;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.Relocation;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.SymbolPlacement;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.LivepatchFormat;
import dev.klp.livepatch.TargetVersion;
import dev.klp.livepatch.convert.ForeignModule.Target;
import dev.klp.livepatch.verify.VerificationTarget;
import dev.klp.livepatch.verify.Verifier;
import dev.klp.testing.Program;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Modules of the other architectures that livepatch: every dialect in their byte order and width, and what their loaders ignore. */
class ForeignModuleTest {
    private static final long CODE = SectionFlag.SHF_ALLOC | SectionFlag.SHF_EXECINSTR;

    @TempDir
    Path folder;

    private Path symvers;

    @BeforeEach
    void writeSymvers() throws IOException {
        symvers = Files.writeString(folder.resolve("Module.symvers"), "0x1\t_printk\tvmlinux\tEXPORT_SYMBOL\t\n");
    }

    private Path convert(Path input, String... options) throws IOException {
        Path output = folder.resolve("out-" + input.getFileName());
        List<String> command = new ArrayList<>(List.of("convert", "--symbols", symvers.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", output.toString(), input.toString()));
        CommandLineRun run = CommandLineRun.of(command.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return output;
    }

    private static KernelModule read(Path file) throws IOException {
        return KernelModule.of(ElfReader.read(ElfFile.read(file)));
    }

    /** As {@code object section offset type symbol addend}. */
    private static List<String> table(Path file) throws IOException {
        KernelModule module = read(file);
        List<String> lines = new ArrayList<>();
        for (Section section : module.livepatchRelocationSections()) {
            for (Relocation relocation : ((RelocationContent) section.content()).entries()) {
                assertThat(Objects.requireNonNull(relocation.symbol()).placement())
                        .isEqualTo(SymbolPlacement.ofReserved(LivepatchFormat.SHN_LIVEPATCH));
                lines.add(Objects.requireNonNull(LivepatchFormat.gatingObject(section.name()))
                                .text() + " "
                        + section.infoSection() + " 0x" + Long.toHexString(relocation.offset()) + " "
                        + module.architecture().relocationName(relocation.type()) + " "
                        + Objects.requireNonNull(relocation.symbol()).name() + " " + relocation.addend());
            }
        }
        return lines;
    }

    private static List<String> ordinary(Path file, String table) throws IOException {
        KernelModule module = read(file);
        List<String> lines = new ArrayList<>();
        for (Relocation relocation : ((RelocationContent)
                        Objects.requireNonNull(module.image().section(table)).content())
                .entries()) {
            lines.add("0x" + Long.toHexString(relocation.offset()) + " "
                    + module.architecture().relocationName(relocation.type())
                    + (relocation.symbol() == null
                            ? ""
                            : " " + relocation.symbol().name()));
        }
        return lines;
    }

    private static List<String> codes(Path file) throws IOException {
        return Verifier.verify(
                        file.toString(),
                        ByteBuffer.wrap(Files.readAllBytes(file)),
                        VerificationTarget.of(new TargetVersion(6, 1)))
                .stream()
                .map(finding -> finding.code().id())
                .toList();
    }

    private static ForeignModule named(Target target) throws IOException {
        ForeignModule module = new ForeignModule(target);
        Section text = module.section(".text", CODE, new byte[16]);
        module.relocate(
                text, 4, target.callType, module.undefined(".klp.sym.rela.vmlinux.vmlinux.type_show.isra.0,3"), 0);
        Section data = module.data(".data", 16);
        module.pointer(data, 0, module.undefined(".klp.sym.rela.loop.loop.max_part.0"), 8);
        module.pointer(data, 8, module.undefined("_printk"), 0);
        return module;
    }

    @ParameterizedTest
    @CsvSource({"S390X, R_390_NONE", "ARM64, R_AARCH64_NONE", "PPC64LE, R_PPC64_TOCSAVE", "PPC64, R_PPC64_TOCSAVE"})
    void anEmptiedTableKeepsAnEntryThatTheTargetsLoaderPassesOver(Target target, String kept) throws IOException {
        Path output = convert(named(target).write(folder.resolve("in.ko")));
        assertThat(table(output))
                .containsExactly(
                        "vmlinux .text 0x4 " + target.callName + " .klp.sym.vmlinux.type_show.isra.0,3 0",
                        "loop .data 0x0 " + target.pointerName + " .klp.sym.loop.max_part,0 8");
        assertThat(ordinary(output, ".rela.text")).containsExactly("0x0 " + kept);
        assertThat(ordinary(output, ".rela.data")).containsExactly("0x8 " + target.pointerName + " _printk");
        assertThat(codes(output)).containsExactly("KLP508", "KLP525");
        assertThat(Program.output("readelf", "-rW", output.toString()))
                .contains(target.callName, target.pointerName)
                .containsPattern("Relocation section '.rela.text' at offset 0x[0-9a-f]+ contains 1 entry:\n.*\n0+ .* "
                        + kept + " +0\n");
        assertThat(convert(output)).hasSameBinaryContentAs(output);
    }

    @Test
    void ppc32HasNoSuchEntryAndItsModulesMustNotBeStripped() throws IOException {
        Target target = Target.PPC32;
        Path output = convert(named(target).write(folder.resolve("in.ko")));
        assertThat(table(output))
                .containsExactly(
                        "vmlinux .text 0x4 R_PPC_REL24 .klp.sym.vmlinux.type_show.isra.0,3 0",
                        "loop .data 0x0 R_PPC_ADDR32 .klp.sym.loop.max_part,0 8");
        assertThat(ordinary(output, ".rela.text")).isEmpty();
        assertThat(codes(output)).containsExactly("KLP508", "KLP525", "KLP532");
        assertThat(Program.output("readelf", "-rW", output.toString()))
                .contains("R_PPC_REL24", "'.klp.rela.vmlinux..text'", "'.klp.rela.loop..data'");
        assertThat(convert(output)).hasSameBinaryContentAs(output);
    }

    private static Path array(Target target, int positionOffset, int entryBytes, Path file) throws IOException {
        ForeignModule module = new ForeignModule(target);
        Section text = module.section(".text", CODE, new byte[16]);
        int count = 3;
        ByteBuffer bytes = module.bytes(count * entryBytes + 4);
        Section array = null;
        for (int i = 0; i < count; i++) {
            int gap = i == count - 1 ? 4 : 0;
            bytes.putInt(i * entryBytes + gap + positionOffset, i + 1);
        }
        array = module.section(
                ".klp.module_relocs.kvm-intel.ko", SectionFlag.SHF_ALLOC | SectionFlag.SHF_WRITE, bytes.array());
        for (int i = 0; i < count; i++) {
            int gap = i == count - 1 ? 4 : 0;
            module.pointer(array, (long) i * entryBytes + gap, module.undefined("name" + i), 0);
            module.relocate(text, 4L * i, target.callType, module.undefined("name" + i), 0);
        }
        return module.write(file);
    }

    @ParameterizedTest
    @CsvSource({"S390X, 8, 12", "PPC64LE, 8, 12", "PPC32, 4, 8", "PPC32, 8, 12"})
    void arraysHaveTheWidthAndByteOrderOfTheMachine(Target target, int positionOffset, int entryBytes)
            throws IOException {
        Path output = convert(array(target, positionOffset, entryBytes, folder.resolve("in.ko")));
        assertThat(table(output))
                .containsExactly(
                        "kvm_intel .text 0x0 " + target.callName + " .klp.sym.kvm_intel.name0,1 0",
                        "kvm_intel .text 0x4 " + target.callName + " .klp.sym.kvm_intel.name1,2 0",
                        "kvm_intel .text 0x8 " + target.callName + " .klp.sym.kvm_intel.name2,3 0");
        assertThat(read(output).image().section(".klp.module_relocs.kvm-intel.ko"))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Target.class,
            names = {"PPC64LE", "PPC64"})
    void tocStaysWithTheLoader(Target target) throws IOException {
        ForeignModule module = named(target);
        Section stub = module.section(".text.toc", CODE, new byte[8]);
        module.relocate(stub, 2, 252, module.undefined(".TOC."), 2);
        Path output = convert(module.write(folder.resolve("in.ko")));
        assertThat(ordinary(output, ".rela.text.toc")).containsExactly("0x2 R_PPC64_REL16_HA .TOC.");
        assertThat(table(output)).noneMatch(line -> line.contains("TOC"));
        assertThat(codes(output)).containsExactly("KLP508", "KLP525");
    }

    @ParameterizedTest
    @CsvSource({"S390X, 12, unknown relocation: 12", "ARM64, 311, unsupported RELA relocation: 311"})
    @CsvSource({"PPC64LE, 0, Unknown ADD relocation: 0", "PPC32, 0, unknown ADD relocation: 0"})
    void typesThatTheLoaderRefusesAreFound(Target target, int type, String message) throws IOException {
        ForeignModule module = named(target);
        module.relocate(module.data(".data.more", 8), 0, type, module.undefined("_printk"), 0);
        Path file = convert(module.write(folder.resolve("in.ko")), "--force=KLP512");
        assertThat(Verifier.verify(
                        file.toString(),
                        ByteBuffer.wrap(Files.readAllBytes(file)),
                        VerificationTarget.of(new TargetVersion(6, 1))))
                .filteredOn(finding -> finding.code().id().equals("KLP512"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.answer().message()).isEqualTo(message));
    }

    /** kpatch writes its numbers in the byte order of the machine that it runs on, here a little-endian one. */
    @ParameterizedTest
    @CsvSource({"S390X, LITTLE_ENDIAN", "S390X, BIG_ENDIAN", "PPC64LE, LITTLE_ENDIAN", "PPC64LE, BIG_ENDIAN"})
    void kpatchsNumbersMayBeInEitherByteOrder(Target target, String order) throws IOException {
        ForeignModule module = new ForeignModule(target);
        ByteOrder numbers = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Section data = module.data(".data", 16);
        Section strings = module.section(
                ".kpatch.strings",
                SectionFlag.SHF_ALLOC,
                "nr_threads\0vmlinux\0".getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer symbol = ByteBuffer.allocate(40).order(numbers);
        symbol.putLong(8, 2).put(16, (byte) 0).put(17, (byte) 1);
        Section symbols = module.section(".kpatch.symbols", SectionFlag.SHF_ALLOC, symbol.array());
        ByteBuffer entry = ByteBuffer.allocate(40).order(numbers);
        entry.putInt(8, target.pointerType).putInt(12, 0).putLong(16, 0x1234_5678_9AL);
        Section entries = module.section(".kpatch.relocations", SectionFlag.SHF_ALLOC, entry.array());
        var string = module.of(strings);
        module.pointer(symbols, 24, string, 0);
        module.pointer(symbols, 32, string, 11);
        module.pointer(entries, 0, module.of(data), 8);
        module.pointer(entries, 24, string, 11);
        module.pointer(entries, 32, module.of(symbols), 0);
        Path output = convert(module.write(folder.resolve("in.ko")));
        assertThat(table(output))
                .containsExactly("vmlinux .data 0x8 " + target.pointerName + " .klp.sym.vmlinux.nr_threads,2 "
                        + 0x1234_5678_9AL);
        ElfImage image = read(output).image();
        assertThat(image.section(".kpatch.symbols")).isNull();
        assertThat(image.section(".kpatch.relocations")).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Target.class,
            names = {"S390X", "ARM64", "PPC32"})
    void objtoolsEntriesHaveTheWidthOfThreePointers(Target target) throws IOException {
        int word = target.format.wordSize();
        ForeignModule module = new ForeignModule(target);
        Section data = module.data(".data", 16);
        module.pointer(data, word, module.undefined(".klp.sym.vmlinux.nr_threads,0"), 4);
        ByteBuffer entry = module.bytes(3 * word);
        entry.putInt(2 * word, target.pointerType);
        Section entries = module.section("__klp_relocs.vmlinux", SectionFlag.SHF_ALLOC, entry.array());
        module.pointer(entries, 0, module.of(data), word);
        module.pointer(entries, word, module.undefined(".klp.sym.vmlinux.nr_threads,0"), 4);
        Path output = convert(module.write(folder.resolve("in.ko")));
        assertThat(table(output))
                .containsExactly(
                        "vmlinux .data 0x" + word + " " + target.pointerName + " .klp.sym.vmlinux.nr_threads,0 4");
    }
}
