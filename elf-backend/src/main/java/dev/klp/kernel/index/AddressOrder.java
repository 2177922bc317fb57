package dev.klp.kernel.index;

import java.util.Arrays;

/** Sorts the symbols of one object by section and address. */
final class AddressOrder {
    private AddressOrder() {}

    /** The indices of the symbols, sorted; ties keep the order that they have in the object. */
    static int[] of(SymbolColumns symbols) {
        int count = symbols.count();
        if (isSorted(symbols)) {
            int[] order = new int[count];
            Arrays.setAll(order, i -> i);
            return order;
        }
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> compare(symbols, a, b));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    private static boolean isSorted(SymbolColumns symbols) {
        for (int i = 1; i < symbols.count(); i++) {
            if (compare(symbols, i - 1, i) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(SymbolColumns symbols, int a, int b) {
        int bySection = Integer.compare(symbols.section(a), symbols.section(b));
        return bySection != 0 ? bySection : Long.compareUnsigned(symbols.address(a), symbols.address(b));
    }
}
