package dev.klp.processor.check;

import dev.klp.diagnostics.Diagnostic;
import dev.klp.diagnostics.DiagnosticCode;
import dev.klp.diagnostics.Hint;
import dev.klp.processor.spec.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one rule found in several kernels, told once and with the names of the kernels. */
final class KernelFindings {
    private record Key(DiagnosticCode code, Position position, String text) {}

    /** What one kernel has to add. */
    private record Part(TargetKernel kernel, List<Hint> hints) {}

    private final Map<Key, List<Part>> parts = new LinkedHashMap<>();

    void add(TargetKernel kernel, List<Diagnostic<Position>> found) {
        for (Diagnostic<Position> diagnostic : found) {
            Key key = new Key(diagnostic.code(), diagnostic.position(), diagnostic.text());
            parts.computeIfAbsent(key, unused -> new ArrayList<>()).add(new Part(kernel, diagnostic.hints()));
        }
    }

    /** Hands over all that at least so many kernels say. */
    void report(int fewest, Findings findings) {
        parts.forEach((key, said) -> {
            if (said.size() >= fewest) {
                String kernels = String.join(
                        ", ", said.stream().map(part -> part.kernel().name()).toList());
                findings.add(key.code(), key.position(), key.text() + " in " + kernels, hints(said));
            }
        });
    }

    /** The first and the last lines in which all kernels agree stand as they are, the others begin with the kernel's name. */
    private static List<Hint> hints(List<Part> said) {
        List<Hint> first = said.get(0).hints();
        int shortest = said.stream().mapToInt(part -> part.hints().size()).min().orElseThrow();
        int head = 0;
        while (head < shortest && agree(said, head, false)) {
            head++;
        }
        int tail = 0;
        while (tail < shortest - head && agree(said, tail, true)) {
            tail++;
        }
        List<Hint> hints = new ArrayList<>(first.subList(0, head));
        for (Part part : said) {
            part.hints()
                    .subList(head, part.hints().size() - tail)
                    .forEach(hint ->
                            hints.add(new Hint(hint.kind(), part.kernel().name() + ": " + hint.text())));
        }
        hints.addAll(first.subList(first.size() - tail, first.size()));
        return hints;
    }

    private static boolean agree(List<Part> said, int line, boolean fromTheEnd) {
        return said.stream()
                        .map(part -> part.hints().get(fromTheEnd ? part.hints().size() - 1 - line : line))
                        .distinct()
                        .count()
                == 1;
    }
}
