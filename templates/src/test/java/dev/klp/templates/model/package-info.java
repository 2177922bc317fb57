@NullMarked
package dev.klp.templates.model;

import org.jspecify.annotations.NullMarked;
