package uk.homeward.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractView;
import org.springframework.web.servlet.view.RedirectView;

/** Pages are JTE templates, compiled with the build: {@code frontdoor/incoming} is {@code frontdoor/incoming.jte}. */
@Configuration(proxyBeanMethods = false)
class JteConfiguration {

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "uk.homeward.server.pages");
    }

    @Bean
    ViewResolver jteViewResolver(TemplateEngine engine) {
        return (String name, Locale locale) -> view(engine, name);
    }

    private static View view(TemplateEngine engine, String name) {
        return name.startsWith("redirect:")
                ? new RedirectView(name.substring("redirect:".length()), true, true, false)
                : new JteView(engine, name + ".jte");
    }

    private static final class JteView extends AbstractView {

        private final TemplateEngine engine;
        private final String template;

        JteView(TemplateEngine engine, String template) {
            this.engine = engine;
            this.template = template;
            setContentType("text/html;charset=UTF-8");
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Map<String, Object> known = new HashMap<>(model);
            known.keySet().removeIf(key -> key.contains("."));
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(template, known, output);
            response.setContentType(getContentType());
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}
