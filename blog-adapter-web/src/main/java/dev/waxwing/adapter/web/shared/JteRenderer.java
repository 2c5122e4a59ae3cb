package dev.waxwing.adapter.web.shared;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.rendering.FileRenderer;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders the templates that were compiled with the program. */
public final class JteRenderer implements FileRenderer {
    private static final Logger LOG = LoggerFactory.getLogger(JteRenderer.class);

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, JteRenderer.class.getClassLoader(), "dev.waxwing.adapter.web.templates");

    @Override
    public String render(String file, Map<String, ? extends Object> model, Context ctx) {
        StringOutput output = new StringOutput();
        engine.render(file, new HashMap<>(model), output);
        LOG.debug("{} is made from {}", Footprint.route(ctx), file);
        return output.toString();
    }
}
