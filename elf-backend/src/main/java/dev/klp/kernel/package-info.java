/**
 * What is known of a kernel: its objects (vmlinux and modules), their symbols in the order in which the kernel counts positions,
 * exports, configuration. The packages below read it from the files that every distribution ships, one package per source (the
 * image and its symbol tables, type information, modules, exports), keep it in one file per kernel, and answer from that file.
 */
@NullMarked
package dev.klp.kernel;

import org.jspecify.annotations.NullMarked;
