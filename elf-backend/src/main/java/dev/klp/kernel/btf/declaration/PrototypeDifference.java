package dev.klp.kernel.btf.declaration;

/**
 * The first thing in which two functions' types are not compatible.
 *
 * @param place where: {@code return type}, {@code parameter 2 (attr)}, {@code number of parameters}
 * @param left what the first function has there, as C text or a number
 * @param right what the second one has
 */
public record PrototypeDifference(String place, String left, String right) {
    /** One line for people; the functions are told apart by what they belong to, such as two kernel releases. */
    public String explain(String leftOwner, String rightOwner) {
        return place + ": " + left + " in " + leftOwner + ", " + right + " in " + rightOwner;
    }
}
