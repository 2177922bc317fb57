@NullMarked
package dev.klp.kernel.vmlinux;

import org.jspecify.annotations.NullMarked;
