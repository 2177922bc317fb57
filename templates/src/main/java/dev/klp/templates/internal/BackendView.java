package dev.klp.templates.internal;

import dev.klp.templates.backend.LivepatchBackend;

/** The templates of a back end, as the other templates include them: from the folder of all of them. */
public record BackendView(
        String registration, String callbacks, String stateDeclarations, String shadowDeclarations, String shadows) {
    static BackendView of(LivepatchBackend backend) {
        return new BackendView(
                "/" + backend.registration(),
                "/" + backend.callbacks(),
                "/" + backend.stateDeclarations(),
                "/" + backend.shadowDeclarations(),
                "/" + backend.shadows());
    }
}
