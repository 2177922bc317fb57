package dev.klp.cli;

import dev.klp.elf.image.ElfReader;
import dev.klp.elf.image.ElfWriter;
import dev.klp.livepatch.KernelModule;
import dev.klp.livepatch.container.ModuleFile;
import dev.klp.livepatch.convert.Conversion;
import dev.klp.livepatch.convert.Converter;
import dev.klp.livepatch.verify.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The conversion of one file.
 *
 * @param input the module
 * @param output where the result goes; {@code input} itself to replace it
 */
record ConvertJob(Path input, Path output) {
    /**
     * What there is to say about a conversion, kept until its turn comes.
     *
     * @param isRefused whether nothing was written
     * @param results lines for standard output
     * @param errors lines for standard error
     */
    record Report(boolean isRefused, List<String> results, List<String> errors) {
        void print(Console console) {
            errors.forEach(console::error);
            results.forEach(console.out()::println);
        }
    }

    Report run(ConvertSettings settings) {
        try {
            return convert(settings);
        } catch (IOException e) {
            return new Report(true, List.of(), List.of(FailureText.of(e)));
        }
    }

    private Report convert(ConvertSettings settings) throws IOException {
        ModuleFile file = ModuleFile.read(input, settings.stripsSignature());
        KernelModule module = KernelModule.of(ElfReader.read(file.elf()));
        Conversion conversion = Converter.convert(module, settings.target());
        List<String> errors = new ArrayList<>();
        if (conversion instanceof Conversion.Refused refused) {
            refused.problems().forEach(problem -> errors.add(input + ": " + problem));
            return new Report(true, List.of(), errors);
        }
        if (conversion instanceof Conversion.Unfit unfit) {
            unfit.findings().forEach(finding -> explain(finding, errors));
            return new Report(true, List.of(), errors);
        }
        if (conversion instanceof Conversion.Converted converted) {
            converted.notes().forEach(note -> errors.add(input + ": note: " + note));
            file.write(output, input, settings.signer(), channel -> ElfWriter.write(converted.image(), channel));
            return new Report(
                    false,
                    List.of(output + ": " + count(converted.relocations(), "relocation") + " against "
                            + count(converted.symbols(), "symbol") + " converted"),
                    errors);
        }
        if (!output.equals(input) || file.wasSigned() || settings.signer() != null) {
            file.write(
                    output,
                    input,
                    settings.signer(),
                    channel -> channel.write(file.elf().bytes()));
        }
        return new Report(false, List.of(output + ": nothing to convert"), errors);
    }

    private void explain(Finding finding, List<String> errors) {
        errors.add(input + ": " + finding + " (" + finding.answer().outcome().text() + "; --force="
                + finding.code().id() + " overrides)");
        finding.hints().forEach(hint -> errors.add(input + ":   " + hint.line()));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
