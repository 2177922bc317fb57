@NullMarked
package dev.klp.boot;

import org.jspecify.annotations.NullMarked;
