package dev.klp.processor.spec;

/**
 * One {@code @KlpParam} as it is written.
 *
 * @param name the parameter's name
 * @param type the name of the constant in {@code KlpParam.Type}
 * @param permission the permission in sysfs
 * @param description one line, empty for none
 */
public record ParamSpec(
        Positioned<String> name, String type, Positioned<Integer> permission, Positioned<String> description) {
    static ParamSpec of(Members members) {
        return new ParamSpec(
                members.string("name"),
                members.constant("type"),
                members.integer("permission"),
                members.string("description"));
    }
}
