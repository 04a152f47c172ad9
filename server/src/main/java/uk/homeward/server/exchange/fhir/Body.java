package uk.homeward.server.exchange.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.ErrorHandlerAdapter;
import ca.uhn.fhir.parser.IParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/**
 * A body as a resource, read leniently: senders' small slips are noted as oddities, values that cannot be read are
 * findings.
 *
 * @param oddities what was not as R4 says and does no harm
 * @param findings values that cannot be read
 */
record Body(Resource resource, List<String> oddities, List<Finding> findings) {

    private static final int LONGEST_MESSAGE = 300;

    /**
     * Reads a body, JSON or XML.
     *
     * @throws Faulty if it is not UTF-8, not well formed, or no resource of FHIR R4
     */
    static Body read(FhirContext context, byte[] content) {
        String text = text(content).strip();
        if (text.isEmpty()) {
            throw unreadable("the body is empty", "send a resource of FHIR R4 as JSON or XML");
        }
        Noting noting = new Noting();
        IParser parser = text.charAt(0) == '<' ? context.newXmlParser() : context.newJsonParser();
        parser.setParserErrorHandler(noting);
        try {
            IBaseResource resource = parser.parseResource(text);
            return new Body((Resource) resource, noting.oddities, noting.findings);
        } catch (DataFormatException
                | IllegalArgumentException
                | ClassCastException
                | NullPointerException
                | IndexOutOfBoundsException e) {
            throw unreadable(
                    "the body cannot be read as FHIR R4 (" + shortened(e) + ")",
                    "check that it is well formed and that resourceType is right");
        }
    }

    private static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable("the body is not UTF-8", "write it in UTF-8");
        }
    }

    private static Faulty unreadable(String what, String maybe) {
        return new Faulty(Faulty.UNREADABLE, List.of(Finding.structure(what, maybe)));
    }

    /** The parser's words without what they quote of the body. */
    private static String shortened(RuntimeException e) {
        String words = String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replace('\0', ' '); // which no column takes
        return words.length() > LONGEST_MESSAGE ? words.substring(0, LONGEST_MESSAGE) + "..." : words;
    }

    /** Notes what the parser stumbled over. */
    private static final class Noting extends ErrorHandlerAdapter {

        private final List<String> oddities = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();

        @Override
        public void unknownElement(IParseLocation at, String name) {
            oddities.add(name + " is not an element of R4 here");
        }

        @Override
        public void unknownAttribute(IParseLocation at, String name) {
            oddities.add(name + " is not an attribute of R4 here");
        }

        @Override
        public void unexpectedRepeatingElement(IParseLocation at, String name) {
            oddities.add(name + " may stand only once; the last counts");
        }

        @Override
        public void incorrectJsonType(
                IParseLocation at,
                String name,
                ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType expected,
                ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType expectedScalar,
                ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType found,
                ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType foundScalar) {
            oddities.add(name + " is " + found + " where R4 has " + expected);
        }

        @Override
        public void invalidValue(IParseLocation at, String value, String why) {
            String element = at == null ? "" : String.valueOf(at.getParentElementName());
            findings.add(Finding.value(
                    element.equals("null") ? "" : element,
                    "a value has the wrong form",
                    "write dates as 1940-05-17 and codes as R4 lists them"));
        }
    }
}
