/**
 * What is known of a kernel, from the files that every distribution ships. One package per source: the image and its symbol
 * tables, type information, modules, exports.
 */
@NullMarked
package dev.klp.kernel;

import org.jspecify.annotations.NullMarked;
