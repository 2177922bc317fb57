package dev.klp.kernel.btf.declaration;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A unit with one static assertion per function, each on a line of its own. */
record AssertionUnit(KernelBuild build, String includes, Map<String, PrototypePin> pins) {
    private static final Pattern ERROR = Pattern.compile("assertions\\.c:(\\d+):\\d+: error: (.*)");

    /** The functions to which a pointer has another type than BTF says, each with what the compiler says. */
    Map<String, String> pointerMismatches() throws IOException, InterruptedException {
        return mismatches((name, pin) -> pin.pointerCondition(name));
    }

    /** The functions for which the condition of their pin does not hold. */
    Map<String, String> pinMismatches() throws IOException, InterruptedException {
        return mismatches((name, pin) -> pin.condition(name));
    }

    private Map<String, String> mismatches(BiFunction<String, PrototypePin, String> condition)
            throws IOException, InterruptedException {
        StringBuilder unit = new StringBuilder(includes);
        pins.values().forEach(pin -> pin.tags().forEach(tag -> unit.append(tag).append(";\n")));
        // Some exported names are macros as well.
        pins.keySet().forEach(name -> unit.append("#undef ").append(name).append('\n'));
        int line = (int) unit.chars().filter(c -> c == '\n').count();
        Map<Integer, String> assertions = new HashMap<>();
        for (Map.Entry<String, PrototypePin> entry : pins.entrySet()) {
            String name = entry.getKey();
            unit.append("_Static_assert(%s, \"%s\");%n".formatted(condition.apply(name, entry.getValue()), name));
            assertions.put(++line, name);
        }
        Map<String, String> mismatches = new TreeMap<>();
        Matcher errors = ERROR.matcher(build.compile("assertions", unit.toString(), ""));
        while (errors.find()) {
            String name = assertions.getOrDefault(Integer.parseInt(errors.group(1)), "line " + errors.group(1));
            mismatches.putIfAbsent(name, errors.group(2));
        }
        return mismatches;
    }
}
