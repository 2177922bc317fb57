/**
 * A relocatable ELF file as a graph that can be changed: sections, symbols and relocations refer to each other as
 * objects, and indices exist only on the way out.
 *
 * <p>{@link dev.klp.elf.image.ElfReader} makes the graph, {@link dev.klp.elf.image.ElfLayout} gives everything its index
 * and place, {@link dev.klp.elf.image.ElfWriter} writes the bytes. What nobody touches is copied as it was: a file that
 * is read and written without a change is byte-identical, and a changed file differs only where it was changed.
 */
@NullMarked
package dev.klp.elf.image;

import org.jspecify.annotations.NullMarked;
