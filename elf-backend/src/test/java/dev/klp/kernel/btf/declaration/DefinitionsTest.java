package dev.klp.kernel.btf.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.klp.kernel.btf.Btf;
import dev.klp.kernel.btf.BtfBuilder;
import dev.klp.kernel.btf.BtfFormatException;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DefinitionsTest {
    private final BtfBuilder builder = BtfBuilder.base();
    private final int integer = builder.integer("int", 4, 1);
    private final int character = builder.integer("char", 1, 1);
    private final int unsignedInt = builder.integer("unsigned int", 4, 0);
    private final int unsignedLong = builder.integer("long unsigned int", 8, 0);

    @Test
    void definesWhatAStructureNeedsBeforeIt() throws Exception {
        int inner = builder.composite(4, "inner", 4, "value", integer, 0, 0);
        int list = builder.composite(4, "list_head", 16, "next", 7, 0, 0, "prev", 7, 64, 0);
        builder.pointer(list);
        int other = builder.pointer(builder.composite(4, "other", 8, "x", unsignedLong, 0, 0));
        int alias = builder.typedef("inner_t", inner);
        int outer = builder.composite(
                4, "outer", 40, "list", list, 0, 0, "inner", alias, 128, 0, "other", other, 192, 0, "n", integer, 256,
                0);

        assertThat(define(outer)).isEqualTo("""

                        struct list_head {
                        	struct list_head *next;
                        	struct list_head *prev;
                        };
                        struct inner;

                        typedef struct inner inner_t;

                        struct inner {
                        	int value;
                        };
                        struct other;

                        struct outer {
                        	struct list_head list;
                        	inner_t inner;
                        	struct other *other;
                        	int n;
                        };
                        """);
    }

    @Test
    void explainsOffsetsByGapsBitFieldsPackedAndAligned() throws Exception {
        int gaps = builder.composite(
                4,
                "gaps",
                16,
                "a",
                character,
                0,
                0,
                "b",
                character,
                32,
                0,
                "flag",
                unsignedInt,
                43,
                2,
                "c",
                integer,
                96,
                0);
        int packed = builder.composite(4, "tight", 5, "a", character, 0, 0, "b", integer, 8, 0);
        int line = builder.composite(4, "line", 128, "a", integer, 0, 0, "b", integer, 512, 0);
        int trailing = builder.composite(4, "trailing", 64, "a", integer, 0, 0);
        int union = builder.composite(5, "either", 12, "a", character, 0, 0, "b", integer, 0, 0);

        assertThat(define(gaps, packed, line, trailing, union)).isEqualTo("""

                        struct gaps {
                        	char a;
                        	unsigned char __padding1[3];
                        	char b;
                        	unsigned char :3;
                        	unsigned int flag:2;
                        	unsigned char :3;
                        	unsigned char __padding2[6];
                        	int c;
                        };

                        struct tight {
                        	char a;
                        	int b;
                        } __attribute__((__packed__));

                        struct line {
                        	int a;
                        	int b __attribute__((__aligned__(64)));
                        };

                        struct trailing {
                        	int a;
                        } __attribute__((__aligned__(64)));

                        union either {
                        	char a;
                        	int b;
                        	unsigned char __padding1[12];
                        };
                        """);
    }

    @Test
    void writesAnonymousTypesWhereTheyStand() throws Exception {
        int anonymous = builder.composite(5, "", 4, "i", integer, 0, 0, "u", unsignedInt, 0, 0);
        int state = builder.enumeration("", 4, false, "ON", 1, "OFF", 2);
        int open = builder.array(character, unsignedLong, 0);
        int type = builder.typedef(
                "thing_t",
                builder.composite(4, "", 8, "", anonymous, 0, 0, "state", state, 32, 0, "data", open, 64, 0));

        assertThat(define(type)).isEqualTo("""

                        typedef struct {
                        	union {
                        		int i;
                        		unsigned int u;
                        	};
                        	enum {
                        		ON = 1,
                        		OFF = 2,
                        	} state;
                        	char data[];
                        } thing_t;
                        """);
    }

    @Test
    void writesEnumerationsOfEverySize() throws Exception {
        int signed = builder.enumeration("signed_one", 4, true, "MINUS", -1);
        int large = builder.enumeration("large", 4, false, "TOP", 0x80000000);
        int small = builder.enumeration("small", 1, false, "ONE", 1);
        int half = builder.enumeration("half", 2, false, "TWO", 2);
        int wide = builder.add(
                19, false, 2, "wide", 8, builder.string("LOW"), 1, 0, builder.string("HIGH"), 0, 0x80000000);
        int lowest = builder.add(19, true, 1, "lowest", 8, builder.string("MIN"), 0, 0x80000000);
        int empty = builder.enumeration("unknown", 4, false);

        assertThat(define(signed, large, small, half, wide, lowest, empty)).isEqualTo("""

                        enum signed_one {
                        	MINUS = -1,
                        };

                        enum large {
                        	TOP = 2147483648U,
                        };

                        enum small {
                        	ONE = 1,
                        } __attribute__((__packed__));

                        enum half {
                        	TWO = 2,
                        } __attribute__((__mode__(__HI__)));

                        enum wide {
                        	LOW = 1,
                        	HIGH = 9223372036854775808LLU,
                        };

                        enum lowest {
                        	MIN = (-9223372036854775807LL - 1),
                        };
                        enum unknown;
                        """);
    }

    @Test
    void givesASecondTypeOfANameANameOfItsOwn() throws Exception {
        int first = builder.composite(4, "state", 4, "a", integer, 0, 0);
        int second = builder.composite(4, "state", 8, "b", unsignedLong, 0, 0);
        int forward = builder.pointer(builder.add(7, false, 0, "state", 0));
        int colours = builder.enumeration("state", 4, false, "RED", 0);
        int moods = builder.enumeration("mood", 4, false, "RED", 5);
        Definitions definitions = Definitions.of(builder.build());
        for (int id : new int[] {first, second, forward, colours, moods}) {
            definitions.define(id);
        }

        assertThat(definitions.type(second)).isEqualTo("struct state___2");
        assertThat(definitions.type(forward)).isEqualTo("struct state *");
        assertThat(definitions.type(colours)).isEqualTo("enum state___3");
        assertThat(definitions.text()).contains("RED = 0").contains("RED___2 = 5");
    }

    @Test
    void leavesOutWhatTheUnitKnows() throws Exception {
        int known = builder.composite(4, "kobject", 8, "x", unsignedLong, 0, 0);
        int size = builder.typedef("size_t", unsignedLong);
        int own = builder.composite(4, "own", 16, "kobj", known, 0, 0, "bytes", size, 64, 0);
        Definitions definitions = Definitions.of(builder.build(), Set.of("struct kobject", "size_t")::contains);

        assertThat(definitions.define(own).text())
                .isEqualTo("\nstruct own {\n\tstruct kobject kobj;\n\tsize_t bytes;\n};\n");
    }

    @Test
    void readsBitFieldsOfCompilersBeforeTheKindFlag() throws Exception {
        int narrow = builder.add(1, false, 0, "unsigned int", 4, 2 << 16 | 3);
        int old = builder.add(4, false, 1, "old", 4, builder.string("bits"), narrow, 0);

        assertThat(define(old)).isEqualTo("\nstruct old {\n\tunsigned char :2;\n\tunsigned int bits:3;\n};\n");
    }

    @Test
    void refusesStructuresWithinThemselves() throws Exception {
        int self = builder.composite(4, "self", 4, "self", 5, 0, 0);
        int alias = builder.typedef("alias", builder.composite(4, "", 8, "next", builder.pointer(8), 0, 0));
        int overlapping = builder.composite(4, "overlapping", 8, "a", integer, 32, 0, "b", integer, 0, 0);
        int small = builder.composite(4, "small", 4, "a", unsignedLong, 0, 0);
        int huge = builder.array(builder.array(integer, integer, -1), integer, -1);
        int holder = builder.composite(4, "holder", 4, "a", huge, 0, 0);
        assertThat(alias).isEqualTo(8);

        assertRefused(self, "is a structure within itself");
        assertRefused(alias, "is a typedef within itself");
        assertRefused(overlapping, "has the member 'b' at bit 0, before the end of the one in front of it at bit 64");
        assertRefused(small, "has 4 bytes, but its members need 8");
        assertRefused(holder, "is larger than 2^48 bytes");
    }

    private void assertRefused(int id, String problem) throws BtfFormatException {
        Btf btf = builder.build();
        assertThatThrownBy(() -> Definitions.of(btf).define(id))
                .isInstanceOf(BtfFormatException.class)
                .hasMessageEndingWith(problem);
    }

    private String define(int... ids) throws BtfFormatException {
        Definitions definitions = Definitions.of(builder.build());
        for (int id : ids) {
            definitions.define(id);
        }
        return definitions.text();
    }
}
