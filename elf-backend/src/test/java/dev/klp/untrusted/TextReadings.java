package dev.klp.untrusted;

import dev.klp.kernel.KernelFormatException;
import dev.klp.kernel.source.BuiltInModules;
import dev.klp.kernel.source.KallsymsText;
import dev.klp.kernel.source.KernelConfig;
import dev.klp.kernel.source.SourceRecognizer;
import dev.klp.kernel.source.SymbolsKlp;
import dev.klp.kernel.symvers.ModuleSymvers;
import java.io.IOException;

/** Readings of the texts that lie beside a kernel. */
final class TextReadings {
    private static final String FILE = "input";

    private TextReadings() {}

    static void source(byte[] input) throws IOException {
        SourceRecognizer.compression(input);
        SourceRecognizer.recognize(FILE, input);
    }

    static void symvers(byte[] input) throws KernelFormatException {
        ModuleSymvers.parse(FILE, input).find("_printk");
    }

    static void symbolList(byte[] input) throws KernelFormatException {
        KallsymsText.parse(FILE, input);
    }

    static void symbolsKlp(byte[] input) throws KernelFormatException {
        SymbolsKlp.parse(FILE, input);
    }

    static void config(byte[] input) throws KernelFormatException {
        KernelConfig.parse(FILE, input);
    }

    static void builtInModules(byte[] input) throws KernelFormatException {
        BuiltInModules.parseModinfo(input);
        BuiltInModules.parseList(FILE, input);
    }
}
