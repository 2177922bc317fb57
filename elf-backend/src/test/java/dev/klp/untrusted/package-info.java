@NullMarked
package dev.klp.untrusted;

import org.jspecify.annotations.NullMarked;
