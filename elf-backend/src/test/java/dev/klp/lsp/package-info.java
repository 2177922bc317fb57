@NullMarked
package dev.klp.lsp;

import org.jspecify.annotations.NullMarked;
