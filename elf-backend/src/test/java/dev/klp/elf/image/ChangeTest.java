package dev.klp.elf.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.ElfFile;
import dev.klp.elf.ElfFormatException;
import dev.klp.elf.Readelf;
import dev.klp.elf.ReadelfText;
import dev.klp.elf.SectionFlag;
import dev.klp.elf.SectionHeader;
import dev.klp.elf.SectionType;
import dev.klp.elf.Toolchain;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A changed file differs only where it was changed. */
class ChangeTest {
    private static final String C = """
            extern int outside(void);
            int table[] __attribute__((aligned(32))) = { 1, 2, 3 };
            int visible(void) { return outside() + table[1]; }
            """;

    @TempDir
    Path folder;

    private byte[] original = {};
    private ElfImage image = ElfImage.create("", dev.klp.elf.ElfFormats.ALL.get(0), 0);

    @BeforeEach
    void read() throws IOException {
        Path object = new Toolchain(folder).compile("input", C, "-O1", "-g");
        original = Files.readAllBytes(object);
        image = parse(original);
    }

    @Test
    void changesBytesInPlace() throws IOException {
        Section data = Graph.section(image, ".data");
        data.setBytes(OpaqueContent.of(new byte[12]));
        byte[] expected = original.clone();
        int offset = (int) Objects.requireNonNull(data.origin()).offset();
        Arrays.fill(expected, offset, offset + 12, (byte) 0);
        assertThat(ElfWriter.toBytes(image).array()).isEqualTo(expected);
    }

    @Test
    void changesASymbolInPlace() throws IOException {
        Graph.symbol(image, "table").setSize(1);
        byte[] changed = ElfWriter.toBytes(image).array();
        assertThat(Arrays.mismatch(original, changed)).isPositive();
        assertThat(differences(changed)).isEqualTo(1);
    }

    @Test
    void movesOnlyWhatStandsBehindAGrownSection() throws IOException {
        Section data = Graph.section(image, ".data");
        data.setBytes(OpaqueContent.of(new byte[400]));
        ElfFile changed = ElfFile.parse("changed.o", ElfWriter.toBytes(image));
        for (SectionHeader old : parseFile(original).sections()) {
            SectionHeader now = changed.section(old.index());
            if (old.offset() <= Objects.requireNonNull(data.origin()).offset()) {
                assertThat(now.offset()).isEqualTo(old.offset());
            } else {
                assertThat(now.offset()).isGreaterThan(old.offset());
                assertThat(now.offset() % Math.max(1, now.alignment())).isZero();
            }
        }
        Path path = Built.save(image, folder.resolve("changed.o"));
        Readelf.requireEqual("changed.o", ReadelfText.of(ElfFile.read(path)), Readelf.of(path));
        Toolchain.run("ld", "-r", "-o", folder.resolve("linked.o"), path);
    }

    @Test
    void appendsNewSectionsAndNames() throws IOException {
        Section text = Graph.section(image, ".text");
        Section symbols = Objects.requireNonNull(image.symbolTable());
        Section added = Section.relocations(
                ".klp.rela.vmlinux..text", image.format(), SectionFlag.SHF_ALLOC | 0x10_0000, symbols, text);
        image.add(added);
        List<Relocation> moved = ((RelocationContent) added.content()).entries();
        moved.addAll(Graph.entries(image, ".rela.text"));
        Symbol outside = Graph.symbol(image, "outside");
        outside.rename(".klp.sym.vmlinux.outside,0");
        outside.place(new SymbolPlacement.Reserved(0xFF20));
        Path path = Built.save(image, folder.resolve("changed.o"));
        Readelf.requireEqual("changed.o", ReadelfText.of(ElfFile.read(path)), Readelf.of(path));
        ElfImage changed = ElfReader.read(ElfFile.read(path));
        assertThat(changed.sections()).hasSize(image.sections().size());
        assertThat(changed.sections().get(changed.sections().size() - 1).name()).isEqualTo(".klp.rela.vmlinux..text");
        ByteBuffer strings =
                ((StringTableContent) Graph.section(changed, ".strtab").content()).bytes();
        assertThat(text(strings)).contains("\0outside\0").endsWith("\0.klp.sym.vmlinux.outside,0\0");
        Section bss = Graph.section(changed, ".bss");
        assertThat(bss.type()).isEqualTo(SectionType.SHT_NOBITS);
    }

    @Test
    void reusesNamesThatAreThereAlready() throws IOException {
        int size = parseFile(original).size();
        Graph.symbol(image, "outside").rename("side");
        Graph.symbol(image, "visible").rename("outside");
        Graph.section(image, ".text").rename("text");
        ElfFile changed = ElfFile.parse("changed.o", ElfWriter.toBytes(image));
        assertThat(changed.size()).isEqualTo(size);
        ElfImage read = ElfReader.read(changed);
        assertThat(Graph.symbol(read, "side").isUndefined()).isTrue();
        assertThat(Graph.symbol(read, "outside").section()).isSameAs(read.section("text"));
    }

    @Test
    void aRenamedSymbolThatGetsItsNameBackChangesNothing() throws IOException {
        Graph.symbol(image, "outside").rename("other");
        Graph.symbol(image, "other").rename("outside");
        assertThat(ElfWriter.toBytes(image).array()).isEqualTo(original);
    }

    @Test
    void keepsTrailingBytesUntilTheyAreDropped() throws IOException {
        byte[] signed = concat(original, "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII));
        ElfImage signedImage = parse(signed);
        assertThat(text(signedImage.trailing())).isEqualTo("~Module signature appended~\n");
        assertThat(ElfWriter.toBytes(signedImage).array()).isEqualTo(signed);
        Graph.section(signedImage, ".data").setBytes(OpaqueContent.of(new byte[100]));
        assertThat(text(ElfWriter.toBytes(signedImage))).endsWith("\0~Module signature appended~\n");
        signedImage.dropTrailing();
        assertThat(text(ElfWriter.toBytes(signedImage))).doesNotContain("signature");
        ElfImage again = parse(signed);
        again.dropTrailing();
        assertThat(ElfWriter.toBytes(again).array()).isEqualTo(original);
    }

    @Test
    void keepsOsAbiAndUnusedBytesOfTheIdentification() throws IOException {
        original[7] = 3;
        original[8] = 9;
        original[15] = 77;
        ElfImage marked = parse(original);
        Graph.section(marked, ".data").setBytes(OpaqueContent.of(new byte[13]));
        assertThat(Arrays.copyOf(ElfWriter.toBytes(marked).array(), 16)).isEqualTo(Arrays.copyOf(original, 16));
    }

    @Test
    void keepsBytesThatNoHeaderSpeaksOf() throws IOException {
        byte[] hidden = "bytes between the last section and the table".getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(hidden, 48);
        ElfFile file = parseFile(original);
        int table = (int) file.header().sectionHeaderOffset();
        ByteBuffer bytes = ByteBuffer.allocate(original.length + padded.length)
                .order(file.format().order())
                .put(original, 0, table)
                .put(padded)
                .put(original, table, original.length - table)
                .putLong(40, table + padded.length);
        ElfImage odd = parse(bytes.array());
        assertThat(ElfWriter.toBytes(odd).array()).isEqualTo(bytes.array());
        Graph.section(odd, ".data").setBytes(OpaqueContent.of(new byte[200]));
        byte[] changed = ElfWriter.toBytes(odd).array();
        assertThat(text(ByteBuffer.wrap(changed))).contains(new String(hidden, StandardCharsets.US_ASCII));
        assertThat(Graph.describe(parse(changed))).hasSameSizeAs(Graph.describe(parse(original)));
    }

    @Test
    void aSectionMayBecomeEmptyAndAnEmptyOneMayGrow() throws IOException {
        Graph.section(image, ".data").setBytes(OpaqueContent.of());
        ElfImage smaller = ElfReader.read(ElfFile.parse("smaller.o", ElfWriter.toBytes(image)));
        assertThat(((OpaqueContent) Graph.section(smaller, ".data").content())
                        .bytes()
                        .limit())
                .isZero();
        Graph.section(smaller, ".data").setBytes(OpaqueContent.of(new byte[] {5, 6, 7}));
        Path path = Built.save(smaller, folder.resolve("again.o"));
        Readelf.requireEqual("again.o", ReadelfText.of(ElfFile.read(path)), Readelf.of(path));
        ByteBuffer data = ((OpaqueContent) Graph.section(ElfReader.read(ElfFile.read(path)), ".data")
                        .content())
                .bytes();
        assertThat(data).isEqualTo(ByteBuffer.wrap(new byte[] {5, 6, 7}));
    }

    @Test
    void aNewAlignmentIsKept() throws IOException {
        Graph.section(image, ".data").setAlignment(4096);
        ElfFile changed = ElfFile.parse("changed.o", ElfWriter.toBytes(image));
        SectionHeader data = Objects.requireNonNull(changed.firstNamed(".data"));
        assertThat(data.alignment()).isEqualTo(4096);
        assertThat(data.offset() % 4096).isZero();
    }

    @Test
    void refusesFilesThatAreNotRelocatable() {
        original[16] = 2;
        assertThatThrownBy(() -> parse(original))
                .isInstanceOf(ElfFormatException.class)
                .hasMessage(
                        "input.o: e_type is 2, must be ET_REL (1): only relocatable files can be changed (at 0x10)");
    }

    @Test
    void refusesSectionsThatShareBytes() throws IOException {
        ElfFile file = parseFile(original);
        int table = (int) file.header().sectionHeaderOffset();
        ByteBuffer bytes = ByteBuffer.wrap(original).order(file.format().order());
        SectionHeader text = Objects.requireNonNull(file.firstNamed(".text"));
        SectionHeader strings = Objects.requireNonNull(file.firstNamed(".strtab"));
        bytes.putLong(table + 64 * text.index() + 24, strings.offset());
        assertThatThrownBy(() -> parse(original))
                .isInstanceOf(ElfFormatException.class)
                .hasMessageContaining("shares bytes with");
    }

    private int differences(byte[] changed) {
        int count = 0;
        for (int i = 0; i < original.length; i++) {
            count += original[i] == changed[i] ? 0 : 1;
        }
        return count;
    }

    private static ElfFile parseFile(byte[] bytes) throws ElfFormatException {
        return ElfFile.parse("input.o", ByteBuffer.wrap(bytes));
    }

    private static ElfImage parse(byte[] bytes) throws ElfFormatException {
        return ElfReader.read(parseFile(bytes));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }
}
