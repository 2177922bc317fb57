package dev.klp.templates.backend;

import dev.klp.templates.model.KernelVersion;

/**
 * Linux 5.1 and newer: {@code klp_enable_patch()} does everything, and the kernel lets go of a disabled patch by itself
 * (958ef1e39d24, 68007289bf3c).
 */
record EnableBackend(KernelVersion version) implements LivepatchBackend {
    static final String FOLDER = "backend/enable/";

    @Override
    public String registration() {
        return FOLDER + "registration.c.ftl";
    }

    @Override
    public String callbacks() {
        return FOLDER + "callbacks.c.ftl";
    }

    @Override
    public String stateDeclarations() {
        return FOLDER + "states.h.ftl";
    }

    @Override
    public String shadowDeclarations() {
        return FOLDER + "shadows.h.ftl";
    }

    @Override
    public String shadows() {
        return FOLDER + "shadows.c.ftl";
    }
}
