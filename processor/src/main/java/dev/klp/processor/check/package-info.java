/**
 * The checks, one per file: a patch spec in, diagnostics out. A new mistake to catch is one class here, listed in
 * {@link dev.klp.processor.check.Checks}, and its code in {@link dev.klp.diagnostics.DiagnosticCode}.
 */
@NullMarked
package dev.klp.processor.check;

import org.jspecify.annotations.NullMarked;
