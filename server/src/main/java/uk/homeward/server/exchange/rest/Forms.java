package uk.homeward.server.exchange.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.resources.Issue;
import uk.homeward.server.exchange.resources.Json;
import uk.homeward.server.exchange.resources.Kept;
import uk.homeward.server.exchange.resources.Query;
import uk.homeward.server.exchange.resources.Unusable;

/** JSON and XML: which one a body is and a caller wants, and one from the other. */
@Component("fhirForms")
class Forms {

    private static final String JSON = "application/fhir+json;charset=UTF-8";
    private static final String XML = "application/fhir+xml;charset=UTF-8";
    private static final int NOT_ACCEPTABLE = 406;
    private static final int LONGEST = 200;

    private final FhirContext context;
    private final Subset subset;

    Forms(FhirContext context, Subset subset) {
        this.context = context;
        this.subset = subset;
    }

    /** True if a body is XML, by what it says or by how it begins. */
    static boolean isXml(@Nullable String contentType, byte[] body) {
        if (contentType != null && contentType.contains("json")) {
            return false;
        }
        int i = 0;
        while (i < body.length && (body[i] <= ' ')) { // blanks and the marks of an encoding, which are negative
            i++;
        }
        return i < body.length && body[i] == '<';
    }

    /** The JSON of an XML body. */
    byte[] json(byte[] xml) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Unusable.unreadable("the body is not UTF-8");
        }
        try {
            XmlGuard.check(text);
            IBaseResource resource =
                    context.newXmlParser().parseResource(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return context.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        } catch (DataFormatException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException
                | ClassCastException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw Unusable.unreadable("the body is no well-formed XML of FHIR R4 ("
                    + (why.length() > LONGEST ? why.substring(0, LONGEST) : why) + ")");
        }
    }

    byte[] outcome(BaseServerResponseException e) {
        return context.newJsonParser()
                .encodeResourceToString(e.getOperationOutcome())
                .getBytes(StandardCharsets.UTF_8);
    }

    void write(HttpServletRequest request, HttpServletResponse response, Answer answer) throws IOException {
        boolean xml;
        Answer shown = answer;
        try {
            xml = wantsXml(request);
        } catch (Unusable e) {
            xml = false;
            shown = Answer.of(e.status(), Outcome.bytes(e));
        }
        response.setStatus(shown.status());
        shown.headers().forEach(response::setHeader);
        @Nullable Kept kept = shown.kept();
        if (kept != null) {
            response.setHeader("ETag", "W/\"" + kept.version() + "\"");
            response.setHeader("Last-Modified", HttpDates.text(kept.updatedAt()));
        }
        byte @Nullable [] body = shown.body();
        if (body != null) {
            boolean lines = shown.headers().containsKey("Content-Type");
            byte[] part = shown.status() == Answer.OK && !lines ? subset.of(request, body) : body;
            byte[] bytes =
                    xml && !lines ? xml(part) : "true".equals(request.getParameter("_pretty")) ? pretty(part) : part;
            response.setContentType(shown.headers().getOrDefault("Content-Type", xml ? XML : JSON));
            response.setContentLength(bytes.length);
            if (!request.getMethod().equals("HEAD")) {
                response.getOutputStream().write(bytes);
            }
        }
    }

    private static byte[] pretty(byte[] json) {
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(Json.MAPPER.readTree(json));
    }

    private byte[] xml(byte[] json) {
        IBaseResource resource = context.newJsonParser().parseResource(new String(json, StandardCharsets.UTF_8));
        return context.newXmlParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean wantsXml(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        @Nullable
        String format = query == null || !query.contains("_format=")
                ? null
                : Query.parameters(query).getOrDefault("_format", List.of("")).getFirst();
        @Nullable String accept = request.getHeader("Accept");
        String wanted = format != null
                ? format
                : accept == null || accept.contains("*/*") && !accept.contains("xml") ? "json" : accept;
        if (wanted.contains("json") || wanted.isBlank()) {
            return false;
        }
        if (wanted.contains("xml")) {
            return !wanted.contains("html"); // a browser
        }
        if (wanted.contains("*/*")
                || wanted.contains("application/*")
                || wanted.contains("html")
                || wanted.contains("ndjson")) {
            return false;
        }
        throw new Unusable(
                NOT_ACCEPTABLE,
                List.of(new Issue(
                        "not-supported",
                        "",
                        "only JSON and XML are given. Maybe: Accept: application/fhir+json",
                        true)));
    }
}
