package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares structures of a kernel with what gcc made of their printed form: variable {@code type7} points to type 7. */
final class LayoutComparison {
    private final Btf kernel;
    private final Btf compiled;
    private final List<String> differences = new ArrayList<>();
    private int types;
    private int members;
    private int bitfields;

    LayoutComparison(Btf kernel, Btf compiled) {
        this.kernel = kernel;
        this.compiled = compiled;
    }

    List<String> differences() throws BtfFormatException {
        for (int id = compiled.firstId(); id < compiled.endId(); id++) {
            if (compiled.kind(id) == BtfKind.VAR) {
                int type = Integer.parseInt(compiled.name(id).substring("type".length()));
                types++;
                compare(
                        kernel.resolve(type),
                        compiled.resolve(compiled.target(compiled.target(id))),
                        kernel.name(type));
            }
        }
        return differences;
    }

    int types() {
        return types;
    }

    int members() {
        return members;
    }

    int bitfields() {
        return bitfields;
    }

    private void compare(int expectedId, int actualId, String path) throws BtfFormatException {
        if (!(kernel.type(expectedId) instanceof BtfType.Composite expected)
                || !(compiled.type(actualId) instanceof BtfType.Composite actual)) {
            differences.add(path + ": " + kernel.kind(expectedId) + " became " + compiled.kind(actualId));
            return;
        }
        List<BtfType.Member> kept = withoutPadding(expected, actual);
        if (expected.sizeBytes() != actual.sizeBytes()
                || kept.size() != expected.members().size()) {
            differences.add(path + ": " + expected + " became " + actual);
            return;
        }
        for (int i = 0; i < kept.size(); i++) {
            compare(expected.members().get(i), kept.get(i), path);
        }
    }

    private void compare(BtfType.Member expected, BtfType.Member actual, String path) throws BtfFormatException {
        members++;
        bitfields += expected.bitfieldBits() > 0 ? 1 : 0;
        if (!expected.name().equals(actual.name())
                || expected.bitOffset() != actual.bitOffset()
                || expected.bitfieldBits() != actual.bitfieldBits()) {
            differences.add(path + ": " + expected + " became " + actual);
        }
        if (expected.name().isEmpty()) {
            compare(kernel.resolve(expected.type()), compiled.resolve(actual.type()), path + ".");
        }
    }

    private static List<BtfType.Member> withoutPadding(BtfType.Composite expected, BtfType.Composite actual) {
        Set<String> names = new HashSet<>();
        expected.members().forEach(member -> names.add(member.name()));
        return actual.members().stream()
                .filter(member ->
                        names.contains(member.name()) || !member.name().startsWith("__padding"))
                .toList();
    }
}
