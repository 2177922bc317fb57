/**
 * A language server for Java sources with livepatch annotations: it completes the names of a kernel's symbols and objects, and tells
 * what is known of them. Knows the Language Server Protocol 3.17 and the kernel index, and nothing of processes and terminals.
 */
@NullMarked
package dev.klp.lsp;

import org.jspecify.annotations.NullMarked;
