@NullMarked
package dev.klp.processor.csource;

import org.jspecify.annotations.NullMarked;
