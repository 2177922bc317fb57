package dev.klp.kernel.btf.declaration;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfFormatException;
import dev.klp.kernel.btf.BtfKind;
import dev.klp.kernel.btf.BtfLimits;
import dev.klp.kernel.btf.BtfType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The order of definitions: members before the structure that holds them, names before their use. An array needs its
 * element complete even behind a pointer (C11 6.7.6.2); the parameters and the result of a function type do not.
 */
final class DefinitionOrder {
    /** What the next line of the unit does. */
    enum Step {
        DECLARE,
        DEFINE,
        TYPEDEF
    }

    /** Writes the next line. */
    interface Writer {
        /** Whether a type that has a name needs no definition here. */
        boolean knows(int id) throws BtfFormatException;

        void write(Step step, int id) throws BtfFormatException;
    }

    /** Definitions that wait for others; beyond this the stack of the thread would be at stake. */
    private static final int DEEPEST = 400;

    private enum State {
        OPEN,
        DONE
    }

    private final Btf btf;
    private final Writer writer;
    private final Map<Integer, State> definitions = new HashMap<>();
    private final Map<Integer, State> typedefs = new HashMap<>();
    private final Set<Integer> declared = new HashSet<>();
    private final StepBudget steps = new StepBudget();
    private int depth;

    DefinitionOrder(Btf btf, Writer writer) {
        this.btf = btf;
        this.writer = writer;
    }

    void complete(int type) throws BtfFormatException {
        visit(type, true, 0);
    }

    void mention(int type) throws BtfFormatException {
        visit(type, false, 0);
    }

    /**
     * Visits what a type needs.
     *
     * @param complete whether an object of the type is needed, and not only its name
     * @param inside the structure whose body mentions the type, whose tag is known there, or 0
     */
    private void visit(int type, boolean complete, int inside) throws BtfFormatException {
        if (++depth > DEEPEST) {
            throw btf.problem(type, "needs more than " + DEEPEST + " definitions within each other");
        }
        steps.step(btf, type);
        int id = type;
        boolean whole = complete;
        for (int level = 0; level <= BtfLimits.NESTING; level++) {
            BtfKind kind = btf.kind(id);
            switch (kind) {
                case CONST, VOLATILE, RESTRICT, TYPE_TAG, FUNC, VAR -> id = btf.target(id);
                case PTR -> {
                    whole = false;
                    id = btf.target(id);
                }
                case ARRAY -> {
                    whole = true;
                    id = ((BtfType.Array) btf.type(id)).element();
                }
                case FUNC_PROTO -> {
                    for (BtfType.Parameter parameter : ((BtfType.Prototype) btf.type(id)).parameters()) {
                        visit(parameter.type(), false, inside);
                    }
                    whole = false;
                    id = btf.target(id);
                }
                default -> {
                    named(id, kind, whole, inside);
                    depth--;
                    return;
                }
            }
        }
        throw btf.tooDeep(type);
    }

    private void named(int id, BtfKind kind, boolean complete, int inside) throws BtfFormatException {
        switch (kind) {
            case TYPEDEF -> typedef(id, complete);
            case STRUCT, UNION -> composite(id, complete, inside);
            case FWD -> declare(id);
            case ENUM, ENUM64 -> enumeration(id);
            default -> {}
        }
    }

    private void enumeration(int id) throws BtfFormatException {
        if (btf.name(id).isEmpty()) {
            return;
        }
        // An enumeration that was only declared has a size and no constants; "enum tag;" is a gcc extension.
        if (((BtfType.Enumeration) btf.type(id)).values().isEmpty()) {
            declare(id);
        } else if (definitions.put(id, State.DONE) == null && !writer.knows(id)) {
            writer.write(Step.DEFINE, id);
        }
    }

    private void typedef(int id, boolean complete) throws BtfFormatException {
        if (writer.knows(id)) {
            return;
        }
        State state = typedefs.put(id, State.OPEN);
        if (state == State.OPEN) {
            throw btf.problem(id, "is a typedef within itself");
        }
        if (state == null) {
            visit(btf.target(id), false, 0);
            writer.write(Step.TYPEDEF, id);
        }
        typedefs.put(id, State.DONE);
        if (complete) {
            visit(btf.target(id), true, 0);
        }
    }

    private void composite(int id, boolean complete, int inside) throws BtfFormatException {
        if (btf.name(id).isEmpty()) {
            members(id, inside);
        } else if (!complete) {
            if (id != inside) {
                declare(id);
            }
        } else if (!writer.knows(id)) {
            State state = definitions.put(id, State.OPEN);
            if (state == State.OPEN) {
                throw btf.problem(id, "is a structure within itself");
            }
            if (state == null) {
                members(id, id);
                writer.write(Step.DEFINE, id);
                declared.add(id);
            }
            definitions.put(id, State.DONE);
        }
    }

    private void members(int id, int inside) throws BtfFormatException {
        for (BtfType.Member member : ((BtfType.Composite) btf.type(id)).members()) {
            visit(member.type(), true, inside);
        }
    }

    private void declare(int id) throws BtfFormatException {
        if (declared.add(id) && !writer.knows(id)) {
            writer.write(Step.DECLARE, id);
        }
    }
}
