@NullMarked
package dev.klp.templates.backend;

import org.jspecify.annotations.NullMarked;
