package dev.klp.io;

import java.nio.file.Path;
import java.util.Map;

/** Where downloaded kernels and the indexes made of them are kept between runs. */
public final class CacheFolder {
    private static final String OWN = "KLP_CACHE";
    private static final String USERS = "XDG_CACHE_HOME";
    private static final String NAME = "klp";

    private CacheFolder() {}

    /**
     * The folder that the environment names: {@code KLP_CACHE}, else {@code klp} below {@code XDG_CACHE_HOME} (XDG Base Directory
     * Specification), else {@code .cache/klp} below {@code HOME}. Empty values count as none. It need not exist.
     */
    public static Path of(Map<String, String> environment) {
        String own = environment.getOrDefault(OWN, "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String caches = environment.getOrDefault(USERS, "");
        if (!caches.isEmpty()) {
            return Path.of(caches, NAME);
        }
        return Path.of(environment.getOrDefault("HOME", "/"), ".cache", NAME);
    }
}
