package demo;

import dev.klp.annotations.Livepatch;
import dev.klp.annotations.LivepatchFunction;
import dev.klp.annotations.LivepatchObject;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The livepatch module {@code p}, generated from {@code P}.
 */
@Generated("dev.klp.processor.KlpProcessor")
public final class PLivepatch implements Livepatch {
    @Override
    public String moduleName() {
        return "p";
    }

    @Override
    public List<LivepatchObject> objects() {
        return List.of(
                new LivepatchObject("vmlinux", List.of(
                        new LivepatchFunction("f", 0, "new_f"),
                        new LivepatchFunction("__x64_sys_newuname", 0, "new_newuname_x64"),
                        new LivepatchFunction("__ia32_sys_newuname", 0, "new_newuname_ia32"),
                        new LivepatchFunction("__x64_sys_getpid", 0, "new_getpid_x64"),
                        new LivepatchFunction("__x64_sys_ioctl", 0, "new_ioctl_x64"),
                        new LivepatchFunction("__ia32_compat_sys_ioctl", 0, "new_compat_ioctl_ia32_compat"),
                        new LivepatchFunction("__x64_sys_mmap", 0, "new_mmap_x64"))));
    }

    @Override
    public List<String> resources() {
        return List.of(
                "klp/p/Kbuild",
                "klp/p/Makefile",
                "klp/p/p.c",
                "klp/p/p.h",
                "klp/p/src/fix.c");
    }
}
