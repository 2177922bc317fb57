package dev.klp.templates.backend;

import dev.klp.templates.model.KernelVersion;

/**
 * Linux 4.0 to 5.0: a patch is registered, then enabled, and unregistered when the module goes. It has no states, so that no
 * template of theirs ever finds one.
 */
record RegisterBackend(KernelVersion version) implements LivepatchBackend {
    private static final String FOLDER = "backend/register/";

    @Override
    public String registration() {
        return FOLDER + "registration.c.ftl";
    }

    @Override
    public String callbacks() {
        return EnableBackend.FOLDER + "callbacks.c.ftl";
    }

    @Override
    public String stateDeclarations() {
        return EnableBackend.FOLDER + "states.h.ftl";
    }

    @Override
    public String shadowDeclarations() {
        return EnableBackend.FOLDER + "shadows.h.ftl";
    }

    @Override
    public String shadows() {
        String folder = LivepatchFeature.SHADOW_CONSTRUCTORS.isIn(version) ? EnableBackend.FOLDER : FOLDER;
        return folder + "shadows.c.ftl";
    }
}
