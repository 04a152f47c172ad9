package uk.homeward.server.exchange.resources;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.homeward.server.exchange.resources.Shape.Child;

/** What R4 says of the elements at the top of a resource. */
@Component("fhirElements")
public class Elements {

    private final FhirContext context;

    Elements(FhirContext context) {
        this.context = context;
    }

    private @Nullable Child child(String type, String name) {
        try {
            return Shape.of(context.getResourceDefinition(type)).child(name);
        } catch (DataFormatException e) {
            return null;
        }
    }

    /** True if R4 counts it to the summary. */
    public boolean isSummary(String type, String name) {
        return child(type, name) instanceof Child child && (child.summary() || child.required());
    }

    /** True if no resource may lack it. */
    public boolean isRequired(String type, String name) {
        return child(type, name) instanceof Child child && child.required();
    }

    /** Its name in paths: {@code value} of {@code valueQuantity}. */
    public String element(String type, String name) {
        return child(type, name) instanceof Child child ? child.element() : name;
    }
}
