@NullMarked
package dev.klp.kernel.btf.declaration;

import org.jspecify.annotations.NullMarked;
