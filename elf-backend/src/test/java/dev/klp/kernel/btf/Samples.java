package dev.klp.kernel.btf;

/** A small BTF with every kind of type in it. */
public final class Samples {
    private Samples() {}

    public static BtfBuilder everyKind() {
        BtfBuilder builder = BtfBuilder.base();
        int integer = builder.integer("int", 4, 1); // 1
        int unsignedLong = builder.integer("long unsigned int", 8, 0); // 2
        int character = builder.integer("char", 1, 1); // 3
        int text = builder.pointer(builder.constant(character)); // 4, 5
        int array = builder.array(character, unsignedLong, 16); // 6
        builder.composite(4, "point", 24, "x", integer, 0, 3, "y", integer, 3, 5, "name", array, 64, 0); // 7
        builder.composite(5, "word", 8, "number", unsignedLong, 0, 0, "pointer", text, 0, 0); // 8
        builder.enumeration("colour", 4, true, "RED", -1, "BLUE", 7); // 9
        builder.add(7, false, 0, "hidden", 0); // 10
        int size = builder.typedef("size_t", unsignedLong); // 11
        builder.add(9, false, 0, "", integer); // 12
        builder.add(11, false, 0, "", text); // 13
        int prototype = builder.prototype(integer, "format", text, "bytes", size, "", 0); // 14
        int function = builder.function("print", prototype); // 15
        int variable = builder.add(14, false, 0, "counter", integer, 1); // 16
        builder.add(15, false, 1, ".data..percpu", 8, variable, 4, 4); // 17
        builder.add(16, false, 0, "double", 8); // 18
        builder.add(17, false, 0, "kfunc", function, -1); // 19
        builder.add(18, false, 0, "user", character); // 20
        builder.add(19, false, 1, "wide", 8, builder.string("HUGE"), 0x89abcdef, 0x01234567); // 21
        builder.function("print", builder.prototype(0)); // 22, 23
        return builder;
    }
}
