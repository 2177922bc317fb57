package dev.klp.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.image.ElfImage;
import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.elf.image.OpaqueContent;
import dev.klp.elf.image.RelocationContent;
import dev.klp.elf.image.Section;
import dev.klp.elf.image.SymbolTableContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Damaged files end in an {@link ElfFormatException} or are read; nothing else happens, and it does not take long. */
class DamageTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SOURCE = """
            extern int outside(int);
            static int numbers[4] = { 1, 2, 3, 4 };
            int visible(int x) { return outside(numbers[x & 3]); }
            """;

    static final List<ElfFormat> FORMATS = ElfFormats.ALL;

    @TempDir
    Path folder;

    @Test
    void aFileThatEndsAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(new Toolchain(folder).compile("small", SOURCE, "-O1", "-g"));
        exercise(whole);
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> exercise(cut))
                        .as("%d of %d bytes", length, whole.length)
                        .isInstanceOf(ElfFormatException.class)
                        .hasMessageStartingWith("damaged.o: ");
            }
        });
    }

    @Test
    void eachByteOfTheHeadersMayHaveAnyValue() throws IOException {
        byte[] whole = Files.readAllBytes(new Toolchain(folder).compile("small", SOURCE, "-O1"));
        ElfFile file = ElfFile.parse("small.o", ByteBuffer.wrap(whole));
        int table = (int) file.header().sectionHeaderOffset();
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (int at = 0; at < whole.length; at++) {
                if (at < file.format().headerSize() || at >= table) {
                    for (int value : new int[] {0, 1, 2, 0x7F, 0x80, 0xFF, whole[at] ^ 1, whole[at] + 1}) {
                        byte[] damaged = whole.clone();
                        damaged[at] = (byte) value;
                        exerciseQuietly(damaged, "byte " + at + " is " + value);
                    }
                }
            }
        });
    }

    @ParameterizedTest
    @FieldSource("FORMATS")
    void severalBytesMayBeWrong(ElfFormat format) {
        byte[] whole = HandMade.file(format);
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            for (long seed = 0; seed < 20_000; seed++) {
                Random random = new Random(seed);
                byte[] damaged = whole.clone();
                int count = 1 + random.nextInt(6);
                for (int i = 0; i < count; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 0xFF);
                }
                exerciseQuietly(damaged, format + ", seed " + seed);
            }
        });
    }

    private static void exerciseQuietly(byte[] bytes, String what) {
        try {
            exercise(bytes);
        } catch (ElfFormatException refused) {
            assertThat(refused).as(what).hasMessageStartingWith("damaged.o: ");
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError(what + ": " + e, e);
        }
    }

    /** Everything that can be asked of a file, then a rewrite without and with a change. */
    private static void exercise(byte[] bytes) throws IOException {
        ElfFile file = ElfFile.parse("damaged.o", ByteBuffer.wrap(bytes));
        file.trailing();
        file.programHeaders();
        file.firstNamed(".nothing");
        for (SectionHeader section : file.sections()) {
            file.sectionName(section);
            file.content(section);
            if (SectionType.isSymbols(section.type())) {
                walk(file.symbols(section));
            } else if (SectionType.isRelocations(section.type())) {
                walk(file.relocations(section));
            }
        }
        if (file.header().type() == FileType.ET_REL && file.header().programHeaderCount() == 0) {
            assertThat(ElfWriter.toBytes(ElfReader.read(file))).isEqualTo(file.bytes());
            change(ElfReader.read(file), bytes.length);
        }
    }

    private static long walk(SymbolTable symbols) throws ElfFormatException {
        long sum = 0;
        for (int index = 0; index < symbols.count(); index++) {
            symbols.name(index);
            symbols.definingSection(index);
            symbols.isNamed(index, new byte[] {'a'});
            sum += symbols.value(index) + symbols.size(index) + symbols.other(index);
        }
        return sum;
    }

    private static long walk(RelocationTable relocations) throws ElfFormatException {
        long sum = 0;
        for (int index = 0; index < relocations.count(); index++) {
            relocations.symbol(index, Integer.MAX_VALUE);
            sum += relocations.offset(index) + relocations.addend(index);
        }
        return sum;
    }

    private static void change(ElfImage image, int size) throws ElfFormatException {
        for (Section section : image.sections()) {
            if (section.content() instanceof SymbolTableContent table) {
                table.symbols().forEach(symbol -> symbol.rename("renamed_" + symbol.name()));
            } else if (section.content() instanceof RelocationContent relocations) {
                relocations.entries();
            } else if (section.content() instanceof OpaqueContent opaque) {
                section.setBytes(OpaqueContent.of(new byte[opaque.bytes().limit() + 3]));
            }
        }
        ByteBuffer changed = ElfWriter.toBytes(image);
        assertThat(changed.limit()).isLessThan(20 * size + 10_000);
        ElfReader.read(ElfFile.parse("changed.o", changed));
    }
}
