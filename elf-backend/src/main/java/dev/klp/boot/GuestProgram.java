package dev.klp.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The steps as the shell text that the machine's first process reads, and the modules that the text speaks of. */
final class GuestProgram {
    private static final String MODULE_FOLDER = "klp/modules/";

    private final KernelModules kernelModules;
    private final StringBuilder text = new StringBuilder();
    private final Map<Path, String> places = new LinkedHashMap<>();

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

    /** The modules' files on the host, and their places in the machine's file system without the leading slash. */
    Map<Path, String> modules() {
        return places;
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
        } else if (step instanceof Step.Rmmod rmmod) {
            call("remove", List.of(rmmod.module()));
        } else if (step instanceof Step.Command command) {
            call("run", List.of(command.commandLine()));
        }
    }

    private void call(String function, ModuleFile module, List<String> parameters) {
        String place = places.computeIfAbsent(
                module.file(), file -> MODULE_FOLDER + places.size() + "-" + file.getFileName());
        call(function, List.of(module.name(), "/" + place));
        for (String parameter : parameters) {
            text.insert(text.length() - 1, " " + ShellText.quote(parameter));
        }
    }

    private void call(String function, List<String> arguments) {
        text.append(function);
        for (String argument : arguments) {
            text.append(' ').append(ShellText.quote(argument));
        }
        text.append('\n');
    }
}
