package dev.klp.kernel.vmlinux;

import dev.klp.kernel.image.KernelImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** {@code linux_banner} ({@code init/version-timestamp.c}): "Linux version RELEASE (builder) (compiler) build". */
final class Banner {
    private static final String START = "Linux version ";
    private static final int LONGEST = 1024;

    private Banner() {}

    /** The banner in an image, without its line end, or null if there is none. */
    static @Nullable String find(KernelImage image) {
        ByteBuffer bytes = image.bytes();
        ByteSearch search = new ByteSearch(START);
        for (int at = search.indexOf(bytes, 0); at >= 0; at = search.indexOf(bytes, at + 1)) {
            String line = line(bytes, at);
            if (line != null && !release(line).isEmpty()) {
                return line;
            }
        }
        return null;
    }

    private static @Nullable String line(ByteBuffer bytes, int start) {
        int most = Math.min(LONGEST, bytes.limit() - start);
        for (int length = START.length(); length < most; length++) {
            byte character = bytes.get(start + length);
            if (character == '\n' || character == 0) {
                byte[] line = new byte[length];
                bytes.get(start, line);
                return new String(line, StandardCharsets.UTF_8);
            }
        }
        return null;
    }

    /**
     * The release, which is what {@code uname -r} prints; empty if the text after "Linux version" is none, such as the {@code %s} of a
     * format.
     */
    static String release(String banner) {
        int end = banner.indexOf(' ', START.length());
        String release = end < 0 ? "" : banner.substring(START.length(), end);
        return !release.isEmpty() && Character.isDigit(release.charAt(0)) ? release : "";
    }
}
