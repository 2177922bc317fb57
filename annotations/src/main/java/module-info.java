/** The annotations that a livepatch author writes, and what the generated companions implement. */
module dev.klp.annotations {
    requires static org.jspecify;

    exports dev.klp.annotations;
}
