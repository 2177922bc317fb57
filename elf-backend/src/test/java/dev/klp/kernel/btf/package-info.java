@NullMarked
package dev.klp.kernel.btf;

import org.jspecify.annotations.NullMarked;
