@NullMarked
package dev.klp.kernel.kallsyms;

import org.jspecify.annotations.NullMarked;
