package dev.klp.kernel.kallsyms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.elf.ElfFormat;
import dev.klp.elf.Machine;
import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.compression.Limit;
import dev.klp.kernel.image.KernelImage;
import dev.klp.kernel.image.TestKernels;
import dev.klp.kernel.kallsyms.TableWriter.Layout;
import dev.klp.kernel.kallsyms.TableWriter.Options;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KallsymsTest {
    private static final long SEED = 4_121_970;
    private static final int IMAGE_BYTES = 600_000;
    private static final int TABLES_AT = 200_000;

    private static final List<ElfFormat> FORMATS = List.of(
            new ElfFormat(true, ByteOrder.LITTLE_ENDIAN),
            new ElfFormat(true, ByteOrder.BIG_ENDIAN),
            new ElfFormat(false, ByteOrder.LITTLE_ENDIAN),
            new ElfFormat(false, ByteOrder.BIG_ENDIAN));

    private static final Options BEFORE_4_20 = new Options(false, true, false);
    private static final Options BEFORE_6_1 = new Options(false, false, false);
    private static final Options SINCE_6_1 = new Options(true, false, false);
    private static final Options SINCE_6_2 = new Options(true, false, true);

    static Stream<Arguments> everyLayout() {
        List<Arguments> cases = new ArrayList<>();
        for (ElfFormat format : FORMATS) {
            for (Options options : List.of(BEFORE_4_20, BEFORE_6_1, SINCE_6_1, SINCE_6_2)) {
                cases.add(Arguments.of(format, Layout.ADDRESSES_FIRST, options));
                cases.add(Arguments.of(format, Layout.OFFSETS_FIRST, options));
                if (format.is64()) {
                    cases.add(Arguments.of(format, Layout.OFFSETS_FIRST_PERCPU, options));
                }
            }
            cases.add(Arguments.of(format, Layout.ADDRESSES_LAST, SINCE_6_2));
            cases.add(Arguments.of(format, Layout.OFFSETS_LAST, SINCE_6_2));
            cases.add(Arguments.of(format, Layout.PLACE_RELATIVE, SINCE_6_2));
            if (format.is64()) {
                cases.add(Arguments.of(format, Layout.OFFSETS_LAST_PERCPU, SINCE_6_2));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("everyLayout")
    void decodesEveryLayoutAmongRandomBytes(ElfFormat format, Layout layout, Options options) throws IOException {
        for (int count : new int[] {257, 512, 1000, 2305}) {
            Made made = make(format, layout, options, count);
            Kallsyms decoded = Kallsyms.decode(made.elfImage());

            assertThat(symbolsOf(decoded))
                    .as("seed %d, %d symbols", SEED, count)
                    .isEqualTo(made.symbols());
            assertThat(decoded.format()).isEqualTo(format);
        }
    }

    @ParameterizedTest
    @MethodSource("everyLayout")
    void decodesAnImageWithoutHeaders(ElfFormat format, Layout layout, Options options) throws IOException {
        Made made = make(format, layout, options, 1500);
        Kallsyms decoded = Kallsyms.decode(made.flatImage());

        assertThat(decoded.format().order()).isEqualTo(format.order());
        assertThat(namesOf(decoded))
                .isEqualTo(made.symbols().stream().map(TestSymbol::name).toList());
    }

    @Test
    void tellsWhichLayoutItIs() throws IOException {
        assertThat(layoutOf(Layout.ADDRESSES_FIRST, BEFORE_4_20)).isEqualTo(new AddressesFirst().layout());
        assertThat(layoutOf(Layout.OFFSETS_FIRST, SINCE_6_2)).isEqualTo(new OffsetsFirst().layout());
        assertThat(layoutOf(Layout.OFFSETS_LAST, SINCE_6_2)).isEqualTo(new OffsetsLast().layout());
        assertThat(layoutOf(Layout.ADDRESSES_LAST, SINCE_6_2)).isEqualTo(new AddressesLast().layout());
        assertThat(layoutOf(Layout.PLACE_RELATIVE, SINCE_6_2)).isEqualTo(new PlaceRelativeOffsets().layout());
    }

    @Test
    void readsASmallTable() throws IOException {
        Made made = make(FORMATS.get(0), Layout.OFFSETS_LAST, SINCE_6_2, 5);
        assertThat(symbolsOf(Kallsyms.decode(made.elfImage()))).isEqualTo(made.symbols());
    }

    @Test
    void comparesNamesWithoutStrings() throws IOException {
        Made made = make(FORMATS.get(0), Layout.OFFSETS_LAST, SINCE_6_2, 300);
        Kallsyms decoded = Kallsyms.decode(made.elfImage());
        String name = made.symbols().get(299).name();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);

        assertThat(decoded.isNamed(299, bytes)).isTrue();
        assertThat(decoded.isNamed(299, (name + "x").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(decoded.indexOf(bytes))
                .isEqualTo(
                        made.symbols().stream().map(TestSymbol::name).toList().indexOf(name));
        assertThat(decoded.indexOf("no such name".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(-1);
        assertThat(decoded.nameLength(299)).isEqualTo(bytes.length);
        assertThat(StandardCharsets.UTF_8
                        .decode(decoded.namePool().slice(decoded.nameStart(299), bytes.length))
                        .toString())
                .isEqualTo(name);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(
                        () -> Kallsyms.decode(TestKernels.elfImage(FORMATS.get(0), Machine.EM_X86_64, 0, new byte[64])))
                .isInstanceOf(KernelFormatException.class)
                .hasMessage("vmlinux: no symbol table found (no table of name tokens); the kernel was built without"
                        + " CONFIG_KALLSYMS, or is damaged, or newer than this program");
    }

    /** Without one of its tables the rest must not be taken for something that it is not. */
    @Test
    void neverAnswersFromPartsOfATable() throws IOException {
        Random random = new Random(SEED);
        Made made = make(FORMATS.get(0), Layout.OFFSETS_FIRST, SINCE_6_2, 2000);
        int refused = 0;
        for (int round = 0; round < 300; round++) {
            byte[] image = made.image().clone();
            int from = TABLES_AT + random.nextInt(made.end() - TABLES_AT);
            int length = 1 + random.nextInt(4096);
            for (int i = from; i < Math.min(from + length, made.end()); i++) {
                image[i] = (byte) random.nextInt();
            }
            try {
                Kallsyms decoded =
                        Kallsyms.decode(TestKernels.elfImage(FORMATS.get(0), Machine.EM_X86_64, BASE64, image));
                assertThat(decoded.size()).isEqualTo(2000);
            } catch (KernelFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(150);
    }

    @Test
    void isNotKeptBusyByManyFalseTables() {
        Random random = new Random(SEED);
        byte[] image = new byte[24 << 20];
        Made made = make(FORMATS.get(0), Layout.OFFSETS_LAST, SINCE_6_2, 300);
        int tokens = indexOf(made.image(), new byte[] {'0', 0, '1', 0, '2', 0}) - 400;
        for (int at = 0; at + 2000 < image.length; at += 2000) {
            if (random.nextInt(2) == 0) {
                System.arraycopy(made.image(), tokens, image, at & -8, 1900);
            }
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() ->
                                Kallsyms.decode(TestKernels.elfImage(FORMATS.get(0), Machine.EM_X86_64, BASE64, image)))
                        .isInstanceOf(KernelFormatException.class));
    }

    @Test
    void endsCleanlyWhereverTheImageIsCut() throws IOException {
        Made made = make(FORMATS.get(1), Layout.OFFSETS_FIRST, SINCE_6_1, 600);
        for (int length = TABLES_AT - 16; length < made.end() + 16; length += 13) {
            byte[] cut = java.util.Arrays.copyOf(made.image(), length);
            try {
                assertThat(Kallsyms.decode(TestKernels.elfImage(FORMATS.get(1), Machine.EM_S390, BASE64, cut))
                                .size())
                        .isEqualTo(600);
            } catch (KernelFormatException e) {
                assertThat(e).hasMessageStartingWith("vmlinux: no symbol table found");
            }
        }
    }

    private static final long BASE64 = 0xffff_ffff_8100_0000L;
    private static final long BASE32 = 0xc100_0000L;

    /** An image that a test made, and what is in it. */
    private record Made(ElfFormat format, long base, byte[] image, int end, List<TestSymbol> symbols) {
        KernelImage elfImage() throws IOException {
            return TestKernels.elfImage(format, Machine.EM_X86_64, base, image);
        }

        KernelImage flatImage() throws IOException {
            return KernelImage.read("Image", TestKernels.flat(image), Limit.DEFAULT);
        }
    }

    private static Made make(ElfFormat format, Layout layout, Options options, int count) {
        Random random = new Random(SEED + count);
        byte[] image = new byte[IMAGE_BYTES];
        random.nextBytes(image);
        long base = format.is64() ? BASE64 : BASE32;
        int perCpu = layout.isPerCpu() ? count / 10 : 0;
        int longest = options.bigSymbols() ? 400 : 120;
        List<TestSymbol> symbols = new ArrayList<>(TestSymbol.random(random, perCpu, 0, longest).stream()
                .map(symbol -> new TestSymbol(symbol.address() & 0xffff, 'A', symbol.name()))
                .sorted(java.util.Comparator.comparingLong(TestSymbol::address))
                .toList());
        symbols.addAll(TestSymbol.random(random, count - perCpu, base, longest));
        int alignment = layout == Layout.PLACE_RELATIVE ? 4 : format.wordSize();
        int start = TABLES_AT + alignment * random.nextInt(16);
        int end = new TableWriter(format, layout, options, symbols, base).write(image, start);
        return new Made(format, base, image, end, symbols);
    }

    private static String layoutOf(Layout layout, Options options) throws IOException {
        return Kallsyms.decode(make(FORMATS.get(0), layout, options, 700).elfImage())
                .layout();
    }

    private static List<TestSymbol> symbolsOf(Kallsyms kallsyms) {
        return IntStream.range(0, kallsyms.size())
                .mapToObj(i -> new TestSymbol(kallsyms.address(i), kallsyms.type(i), kallsyms.name(i)))
                .toList();
    }

    private static List<String> namesOf(Kallsyms kallsyms) {
        return IntStream.range(0, kallsyms.size()).mapToObj(kallsyms::name).toList();
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
