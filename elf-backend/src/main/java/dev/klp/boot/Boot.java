package dev.klp.boot;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of a kernel in a virtual machine. Several may run at a time: none shares a file with another.
 *
 * @param kernel the kernel
 * @param machine the machine, of the kernel's architecture
 * @param memoryMebibytes the machine's memory; its file system lives there too
 * @param kernelParameters further words of the kernel's command line, such as {@code nokaslr}
 * @param timeLimit when the machine is killed; at least one second
 * @param transitionLimit when a livepatch's transition is given up
 * @param steps what is done, in order
 */
public record Boot(
        BootKernel kernel,
        Machine machine,
        int memoryMebibytes,
        List<String> kernelParameters,
        Duration timeLimit,
        Duration transitionLimit,
        List<Step> steps) {
    private static final int DEFAULT_MEMORY_MEBIBYTES = 512;
    private static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(3);
    private static final Duration DEFAULT_TRANSITION_LIMIT = Duration.ofSeconds(60);

    public Boot {
        kernelParameters = List.copyOf(kernelParameters);
        steps = List.copyOf(steps);
        if (timeLimit.toSeconds() < 1) {
            throw new IllegalArgumentException("a time limit below one second: " + timeLimit);
        }
    }

    /**
     * A run with 512 MiB, three minutes at most, transitions of at most one minute, and no step yet.
     *
     * @throws BootException if no machine is known for the kernel's image
     * @throws IOException if the image cannot be read
     */
    public static Boot of(BootKernel kernel) throws IOException {
        return new Boot(
                kernel,
                Machine.of(kernel.image()),
                DEFAULT_MEMORY_MEBIBYTES,
                List.of(),
                DEFAULT_TIME_LIMIT,
                DEFAULT_TRANSITION_LIMIT,
                List.of());
    }

    /** The same with these steps after those that it has. */
    public Boot with(Step... more) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(List.of(more));
        return withSteps(all);
    }

    /** The same with these steps alone. */
    public Boot withSteps(List<Step> newSteps) {
        return new Boot(kernel, machine, memoryMebibytes, kernelParameters, timeLimit, transitionLimit, newSteps);
    }

    /** The same with other words at the end of the kernel's command line. */
    public Boot withKernelParameters(String... parameters) {
        return new Boot(kernel, machine, memoryMebibytes, List.of(parameters), timeLimit, transitionLimit, steps);
    }

    /** The same with another amount of memory. */
    public Boot withMemoryMebibytes(int mebibytes) {
        return new Boot(kernel, machine, mebibytes, kernelParameters, timeLimit, transitionLimit, steps);
    }

    /** The same with another time limit. */
    public Boot withTimeLimit(Duration limit) {
        return new Boot(kernel, machine, memoryMebibytes, kernelParameters, limit, transitionLimit, steps);
    }

    /** The same with another limit for transitions. */
    public Boot withTransitionLimit(Duration limit) {
        return new Boot(kernel, machine, memoryMebibytes, kernelParameters, timeLimit, limit, steps);
    }

    /**
     * Starts the machine and waits for its end. Whatever happens in the machine is in the result; nothing of it is left
     * on the host.
     *
     * @throws BootException if a tool or a module is missing, or QEMU does not start
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the thread is interrupted; the machine is killed
     */
    public BootResult run() throws IOException, InterruptedException {
        return new BootRun(this).run();
    }

    /** The kernel's command line. */
    String commandLine() {
        List<String> words = new ArrayList<>(List.of("console=" + machine.console(), "panic=-1", "loglevel=8"));
        words.addAll(machine.parameters());
        words.addAll(kernelParameters);
        return String.join(" ", words);
    }
}
