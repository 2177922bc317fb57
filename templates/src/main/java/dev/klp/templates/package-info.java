/** Renders the {@linkplain dev.klp.templates.model model} of one livepatch module into the files of its Kbuild tree. */
@NullMarked
package dev.klp.templates;

import org.jspecify.annotations.NullMarked;
