package dev.klp.livepatch.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.klp.elf.image.Relocation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleRelocsLayoutTest {
    @ParameterizedTest
    @CsvSource({
        // pointer, section size, places, expected offset of the position and size of an entry
        "8, 36, 0 12 24, 8, 12",
        "8, 12, 0,       8, 12",
        "4, 24, 0 8 16,  4, 8",
        "4, 8,  0,       4, 8",
        "4, 12, 0,       8, 12",
        "4, 36, 0 12 24, 8, 12",
        "4, 40, 0 8 32,  4, 8",
        "4, 44, 0 12 32, 8, 12",
    })
    void tellsTheLayoutFromTheDistanceOfEntries(
            int pointerBytes, int sectionBytes, String places, int positionOffset, int entryBytes) {
        List<Relocation> entries = new ArrayList<>();
        for (String place : places.split(" ", -1)) {
            entries.add(new Relocation(Long.parseLong(place), null, 1, 0));
        }
        ModuleRelocsLayout layout = ModuleRelocsLayout.of(pointerBytes, sectionBytes, entries);
        assertThat(layout.positionOffset()).isEqualTo(positionOffset);
        assertThat(layout.entryBytes()).isEqualTo(entryBytes);
    }
}
