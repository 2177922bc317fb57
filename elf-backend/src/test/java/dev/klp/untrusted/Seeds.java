package dev.klp.untrusted;

import java.io.IOException;
import java.util.List;

/** Makes small inputs that are right, from which mutation goes deep. */
@FunctionalInterface
interface Seeds {
    List<byte[]> make() throws IOException;
}
