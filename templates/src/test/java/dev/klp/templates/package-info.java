@NullMarked
package dev.klp.templates;

import org.jspecify.annotations.NullMarked;
