package dev.klp.livepatch.verify;

/** What the kernel does with a module. */
public enum Outcome {
    /** It does not load the module. */
    REFUSED("the kernel refuses the module"),
    /** It loads the module, and later refuses to load a module that it patches. */
    TARGET_REFUSED("the kernel loads the module, and later refuses to load the module that it patches"),
    /** It loads the module and passes over a part of it without a word. */
    IGNORED("the kernel loads the module and ignores this"),
    /** It writes where it must not, or follows a wild pointer. */
    CORRUPTED("the kernel oopses or overwrites its own memory"),
    /** It loads the module; what is said holds later or elsewhere. */
    LOADED("the kernel loads the module");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    /** The outcome in words. */
    public String text() {
        return text;
    }
}
