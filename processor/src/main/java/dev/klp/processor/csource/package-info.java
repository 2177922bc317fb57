/**
 * The author's C text as far as checks need it: what it defines, which functions with which parameters, and which names it uses.
 * Nothing is preprocessed and no header is read, so that every answer is what the text itself shows.
 */
@NullMarked
package dev.klp.processor.csource;

import org.jspecify.annotations.NullMarked;
