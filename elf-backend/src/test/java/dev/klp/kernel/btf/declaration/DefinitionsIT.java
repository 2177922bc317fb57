package dev.klp.kernel.btf.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfType;
import dev.klp.kernel.btf.StockKernel;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** gcc compiles what is printed, in units that include nothing, to what BTF says. */
@SuppressWarnings("SystemOut")
final class DefinitionsIT {
    private static final int RANDOM_PROTOTYPES = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static List<String> releases() throws Exception {
        return StockKernel.releases();
    }

    /** The oracle is gcc's own BTF of the printed unit: member by member, bit-fields included. */
    @ParameterizedTest
    @MethodSource("releases")
    void everyTypeOfTheKernelKeepsItsLayout(String release) throws Exception {
        Btf btf = StockKernel.read(release).btf();
        Definitions definitions = Definitions.of(btf);
        StringBuilder pointers = new StringBuilder();
        StringBuilder sizes = new StringBuilder();
        for (int id = btf.firstId(); id < btf.endId(); id++) {
            if (isDefinable(btf, id)) {
                definitions.define(id);
                int type = btf.resolve(id);
                if (btf.kind(type) == BtfKind.STRUCT || btf.kind(type) == BtfKind.UNION) {
                    pointers.append(definitions.type(id))
                            .append(" *type")
                            .append(id)
                            .append(";\n");
                } else if (isEnumerationWithConstants(btf, type)) {
                    sizes.append(sizeAssertion(btf, definitions, id));
                }
            }
        }
        byte[] compiled = new CCompiler(folder).btf("types", definitions.text() + sizes + pointers);

        LayoutComparison comparison = new LayoutComparison(btf, Btf.parse("gcc", ByteBuffer.wrap(compiled)));
        List<String> differences = comparison.differences();
        System.out.printf(
                "%s: %d structures and unions with %d members, %d of them bit-fields, compiled to the kernel's layout%n",
                release, comparison.types(), comparison.members(), comparison.bitfields());
        assertThat(differences).isEmpty();
        assertThat(comparison.bitfields()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void randomPrototypesCompileWithoutAnyHeader(String release) throws Exception {
        long seed = System.nanoTime();
        System.out.println(release + ": seed " + seed);
        Btf btf = StockKernel.read(release).btf();
        List<Integer> functions = new ArrayList<>();
        for (int id = btf.firstId(); id < btf.endId(); id++) {
            if (btf.kind(id) == BtfKind.FUNC) {
                functions.add(id);
            }
        }
        Collections.shuffle(functions, new Random(seed));
        CCompiler compiler = new CCompiler(folder);
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        functions.stream().limit(RANDOM_PROTOTYPES).parallel().forEach(function -> {
            try {
                String complaints = compiler.check("function" + function, unit(btf, function));
                if (!complaints.isEmpty()) {
                    refused.add(btf.name(function) + ": " + complaints);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertThat(refused).isEmpty();
    }

    /** Everything that a function's type reaches, the function, and a pin on its type written in two ways. */
    private static String unit(Btf btf, int function) throws BtfFormatException {
        Definitions definitions = Definitions.of(btf).mention(function);
        StringBuilder assertions = new StringBuilder();
        BtfType.Prototype prototype = (BtfType.Prototype) btf.type(btf.target(function));
        for (BtfType.Parameter parameter : prototype.parameters()) {
            int type = btf.resolve(parameter.type());
            int target = btf.kind(type) == BtfKind.PTR ? btf.resolve(btf.target(type)) : type;
            if (isDefinable(btf, target) && !(btf.type(target) instanceof BtfType.Enumeration)) {
                definitions.define(target);
                assertions.append(sizeAssertion(btf, definitions, target));
                assertions.append(offsetAssertions(btf, definitions, target));
            }
        }
        String declaration = definitions.declare(btf.target(function), "function") + ";\n";
        Declaration resolved = Declarations.of(btf, Visibility.NONE).functionPointer(function);
        String pin = definitions.pointerTo(btf.target(function));
        assertions.append(compatible(pin));
        boolean renamed = definitions.text().contains("___");
        if (resolved.nameable() && !renamed) {
            assertions.append(compatible(resolved.text()));
        }
        return definitions.text() + "\n" + declaration + assertions;
    }

    private static String compatible(String type) {
        return "_Static_assert(__builtin_types_compatible_p(typeof(&function), " + type + "), \"" + type + "\");\n";
    }

    private static String sizeAssertion(Btf btf, Definitions definitions, int id) throws BtfFormatException {
        return "_Static_assert(sizeof(" + definitions.type(id) + ") == " + btf.sizeBytes(btf.resolve(id))
                + ", \"size\");\n";
    }

    private static String offsetAssertions(Btf btf, Definitions definitions, int id) throws BtfFormatException {
        StringBuilder assertions = new StringBuilder();
        for (BtfType.Member member : ((BtfType.Composite) btf.type(id)).members()) {
            if (member.bitfieldBits() == 0 && !member.name().isEmpty()) {
                assertions
                        .append("_Static_assert(__builtin_offsetof(")
                        .append(definitions.type(id))
                        .append(", ")
                        .append(member.name())
                        .append(") == ")
                        .append(member.bitOffset() / 8)
                        .append(", \"offset\");\n");
            }
        }
        return assertions.toString();
    }

    private static boolean isDefinable(Btf btf, int id) throws BtfFormatException {
        return switch (btf.kind(id)) {
            case STRUCT, UNION, ENUM, ENUM64, TYPEDEF -> !btf.name(id).isEmpty() && !TypePrinter.isBuiltin(btf, id);
            default -> false;
        };
    }

    private static boolean isEnumerationWithConstants(Btf btf, int type) throws BtfFormatException {
        return btf.type(type) instanceof BtfType.Enumeration enumeration
                && !enumeration.values().isEmpty();
    }
}
