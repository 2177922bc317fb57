/**
 * One livepatch module as data: what the templates need and nothing else. Every text that reaches C, a Makefile or a file
 * name has a type of its own whose constructor refuses what would not be safe there.
 */
@NullMarked
package dev.klp.templates.model;

import org.jspecify.annotations.NullMarked;
