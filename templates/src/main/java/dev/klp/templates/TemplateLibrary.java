package dev.klp.templates;

import freemarker.cache.URLTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The templates beside this class, with FreeMarker set up for C, make and shell. */
final class TemplateLibrary {
    /** Not the constant of Configuration: loading that class would choose a logging library before we can. */
    private static final Version VERSION = new Version(2, 3, 34);

    private final Configuration configuration;

    TemplateLibrary() {
        silenceFreeMarker();
        configuration = new Configuration(VERSION);
        configuration.setTemplateLoader(new ResourceLoader());
        configuration.setObjectWrapper(new DefaultObjectWrapper(VERSION));
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setLocalizedLookup(false);
        // A 4096 must not become 4,096.
        configuration.setNumberFormat("computer");
        configuration.setBooleanFormat("c");
        // ${x} and $(x) belong to make and the shell.
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    }

    String render(String template, Object model) {
        StringWriter text = new StringWriter();
        try {
            configuration.getTemplate(template).process(model, text);
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException("the template " + template + " does not fit its model", e);
        }
        return text.toString();
    }

    /** Without this FreeMarker picks any logging library that it finds in the compiler's class path. */
    private static void silenceFreeMarker() {
        try {
            Logger.selectLoggerLibrary(Logger.LIBRARY_NONE);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("needs no class", e);
        }
    }

    /**
     * Reads templates without the JVM's cache of jar files: another user of the same jar in the same compiler would close
     * it under us (JDK-6947916).
     */
    private static final class ResourceLoader extends URLTemplateLoader {
        ResourceLoader() {
            setURLConnectionUsesCaches(false);
        }

        @Override
        protected @Nullable URL getURL(String name) {
            return TemplateLibrary.class.getResource(name);
        }
    }
}
