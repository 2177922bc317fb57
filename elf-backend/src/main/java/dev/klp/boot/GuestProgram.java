package dev.klp.boot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps as the shell text that the machine's first process reads, and the modules that the text speaks of. */
final class GuestProgram {
    private static final String MODULE_FOLDER = "klp/modules/";

    private final KernelModules kernelModules;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, ModuleFile> modules = new LinkedHashMap<>();

    private GuestProgram(KernelModules kernelModules) {
        this.kernelModules = kernelModules;
    }

    /**
     * Translates the steps.
     *
     * @throws IOException if a module is missing or cannot be read
     */
    static GuestProgram of(List<Step> steps, KernelModules kernelModules) throws IOException {
        GuestProgram program = new GuestProgram(kernelModules);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            program.text.append("begin ").append(i).append(' ').append(ShellText.quoteLine(step.title()));
            program.text.append('\n');
            program.add(step);
            program.text.append("end\n");
        }
        return program;
    }

    /** The shell text. */
    String text() {
        return text.toString();
    }

    /** The modules by their place in the machine's file system, which is named without the leading slash. */
    Map<String, ModuleFile> modules() {
        return modules;
    }

    private void add(Step step) throws IOException {
        if (step instanceof Step.Insmod insmod) {
            ModuleFile module = ModuleFile.read(insmod.module());
            call("insert", module, insmod.parameters());
        } else if (step instanceof Step.Modprobe modprobe) {
            List<ModuleFile> modules = kernelModules.withDependencies(modprobe.module());
            int last = modules.size() - 1;
            for (ModuleFile dependency : modules.subList(0, last)) {
                call("require", dependency, List.of());
            }
            call("insert_wanted", modules.get(last), modprobe.parameters());
        } else if (step instanceof Step.Disable disable) {
            call("disable", List.of(disable.patch()));
        } else if (step instanceof Step.Command command) {
            call("run", List.of(command.commandLine()));
        }
    }

    private void call(String function, ModuleFile module, List<String> parameters) {
        String place = MODULE_FOLDER + modules.size() + "-" + module.name() + ".ko";
        modules.put(place, module);
        List<String> arguments = new ArrayList<>(List.of(module.name(), "/" + place));
        arguments.addAll(parameters);
        call(function, arguments);
    }

    private void call(String function, List<String> arguments) {
        text.append(function);
        for (String argument : arguments) {
            text.append(' ').append(ShellText.quote(argument));
        }
        text.append('\n');
    }
}
