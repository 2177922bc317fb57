package dev.klp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code klp index} and {@code klp symbol} on a kernel of a few symbols. */
class IndexAndSymbolCommandTest {
    private static final String DUMP = """
            ffffffff81000000 T printk
            ffffffff81000010 t name_show
            ffffffff81000020 t type_show
            ffffffff81000020 t type_alias
            ffffffff81000030 t name_show
            ffffffff81000040 t do_sysinfo.isra.0
            ffffffff82000000 d name_show
            ffffffffc0000000 t name_show\t[kvm_intel]
            """;

    @TempDir
    private Path folder;

    private Path dump;
    private Path index;

    @BeforeEach
    void makeIndex() throws IOException {
        dump = Files.writeString(folder.resolve("kallsyms"), DUMP);
        Path symvers = Files.writeString(folder.resolve("symvers"), "0x12345678\tprintk\tvmlinux\tEXPORT_SYMBOL\t\n");
        index = folder.resolve("test.klpindex");
        CommandLineRun run = klp("index", "-o", index.toString(), dump.toString(), symvers.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith(index + ": 8 symbols of 2 objects, ");
    }

    private CommandLineRun klp(String... arguments) {
        Map<String, String> variables =
                Map.of("KLP_CACHE", folder.resolve("cache").toString());
        return CommandLineRun.in(new Environment(variables, false, false), arguments);
    }

    private CommandLineRun symbol(String... arguments) {
        String[] all = new String[arguments.length + 3];
        System.arraycopy(new String[] {"symbol", "--kernel", index.toString()}, 0, all, 0, 3);
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return klp(all);
    }

    @Test
    void printsATableForAPerson() {
        CommandLineRun run = symbol("--object", "vmlinux", "name_show");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "OBJECT   SYMPOS  KIND      SCOPE  PLACE             BETWEEN                          REPLACEABLE",
                        "vmlinux  1 of 3  function  local  ffffffff81000010  printk .. type_show              unknown",
                        "vmlinux  2 of 3  function  local  ffffffff81000030  type_alias .. do_sysinfo.isra.0  unknown",
                        "vmlinux  3 of 3  data      local  ffffffff82000000  do_sysinfo.isra.0 .. -           no: not a"
                                + " function");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tellsAliasesExportsAndClonesBelowTheTable() {
        assertThat(symbol("type_show").out()).contains("vmlinux: same address as type_alias");
        assertThat(symbol("printk").out()).contains("vmlinux: exported by vmlinux, CRC 0x12345678");
    }

    @Test
    void printsJsonForPrograms() {
        CommandLineRun run = symbol("--json", "name_show");

        JsonArray array = JsonParser.parseString(run.out()).getAsJsonArray();
        assertThat(array).hasSize(4);
        assertThat(array.asList().stream()
                        .map(element -> element.getAsJsonObject())
                        .map(json -> json.get("object").getAsString() + " "
                                + json.get("sympos").getAsInt() + " of "
                                + json.get("occurrences").getAsInt()))
                .containsExactly("vmlinux 1 of 3", "vmlinux 2 of 3", "vmlinux 3 of 3", "kvm_intel 1 of 1");
        JsonObject first = array.get(0).getAsJsonObject();
        assertThat(first.keySet())
                .containsExactly(
                        "object",
                        "name",
                        "sympos",
                        "occurrences",
                        "liveSympos",
                        "order",
                        "address",
                        "section",
                        "sizeBytes",
                        "type",
                        "kind",
                        "global",
                        "weak",
                        "init",
                        "traceable",
                        "traceability",
                        "export",
                        "clones",
                        "aliases",
                        "previous",
                        "next",
                        "sourceFile",
                        "declarations");
        assertThat(first.get("address").getAsString()).isEqualTo("0xffffffff81000010");
        assertThat(first.get("sizeBytes").isJsonNull()).isTrue();
    }

    @Test
    void namesWhatAWrongNameMayMean() {
        CommandLineRun run = symbol("nmae_show");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).isEmpty();
        assertThat(run.errLines())
                .containsExactly(
                        "klp: kernel (of unknown release) has no symbol 'nmae_show'",
                        "  nearest names: name_show",
                        "  a function of the source that has no symbol was inlined wherever it is called");
    }

    @Test
    void namesTheClonesOfAFunctionThatIsNoMore() {
        assertThat(symbol("--object", "vmlinux", "do_sysinfo").errLines())
                .contains("  the compiler left only: do_sysinfo.isra.0");
    }

    @Test
    void namesTheObjectsThatHaveTheName() {
        CommandLineRun run = symbol("--object", "kvm-intel", "--json", "printk");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out().strip()).isEqualTo("[]");
        assertThat(run.errLines())
                .contains("klp: the kernel's name of 'kvm-intel' is kvm_intel", "  it is in: vmlinux");
    }

    @Test
    void refusesAnObjectThatIsNot() {
        CommandLineRun run = symbol("--object", "kvm_intl", "name_show");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.errLines()).containsExactly("klp: this kernel has no module 'kvm_intl'; nearest: kvm_intel");
    }

    @Test
    void listsSymbolsAroundAName() {
        CommandLineRun run = symbol("--object", "vmlinux", "--near", "type_");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "vmlinux, around type_show, position 1 of 1",
                        "   ffffffff81000010  t  name_show          1 of 3",
                        ">  ffffffff81000020  t  type_show");
        assertThat(JsonParser.parseString(symbol("--object", "vmlinux", "--near", "type_show", "--json")
                                .out())
                        .getAsJsonArray())
                .hasSize(7);
        assertThat(symbol("--object", "vmlinux", "--near", "zzz").exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void completesNames() {
        assertThat(symbol("--complete", "type_").out().lines()).containsExactly("type_alias", "type_show");
        assertThat(symbol("--object", "kvm_intel", "--complete", "").out().lines())
                .containsExactly("name_show");
        assertThat(symbol("--complete", "zzz").exitCode()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void wantsOneQuestionAtATime() {
        assertThat(symbol().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(symbol("--complete", "a", "name_show").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(symbol("--near", "a").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(klp("index").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(klp("index", "--running", dump.toString()).exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void takesASourceInPlaceOfAnIndex() {
        CommandLineRun run = klp("symbol", "--kernel", dump.toString(), "printk");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("cache/index/sources")).isNotEmptyDirectory();
    }

    @Test
    void checksWhetherAnIndexIsUpToDate() throws IOException {
        CommandLineRun fresh = klp("index", "--check", index.toString());
        Files.writeString(dump, DUMP + "ffffffff83000000 T more\n");
        CommandLineRun stale = klp("index", "--check", index.toString());

        assertThat(fresh.exitCode()).isZero();
        assertThat(fresh.out()).isEqualTo(index + ": up to date with its 2 sources\n");
        assertThat(stale.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(stale.out().lines()).containsExactly(dump.toRealPath() + " has changed");
        assertThat(stale.errLines())
                .containsExactly("klp: " + index + ": 1 of 2 sources changed; make it again with 'klp index'");
    }

    @Test
    void keepsAnIndexWithoutReleaseOnlyWhereItIsTold() {
        CommandLineRun run = klp("index", dump.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("say where it goes with -o FILE");
    }

    @Test
    void refusesADamagedIndexWithItsReason() throws IOException {
        byte[] bytes = Files.readAllBytes(index);
        bytes[bytes.length / 2] ^= 1;
        Files.write(index, bytes);

        for (CommandLineRun run : List.of(symbol("name_show"), klp("index", "--check", index.toString()))) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.out()).isEmpty();
            assertThat(run.errLines()).singleElement().asString().contains("the index is damaged at 0x");
        }
    }
}
