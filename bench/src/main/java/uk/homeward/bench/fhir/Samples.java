package uk.homeward.bench.fhir;

import uk.homeward.journey.person.NhsNumber;

/** Made-up patients and observations, with NHS numbers that are valid and nobody's. */
final class Samples {

    static final String NHS = "https://fhir.nhs.uk/Id/nhs-number";
    private static final String[] FAMILIES = {"Ashdown", "Begum", "Clarke", "Davies", "Evans", "Farah", "Gill", "Hughes"
    };
    private static final String[] GIVEN = {"Ada", "Bilal", "Cora", "Dev", "Edith", "Frank", "Grace", "Harold"};

    private Samples() {}

    static String number(int n) {
        int nine = 400_000_000 + n;
        while (!NhsNumber.isUsable(nine)) {
            nine += 50_000_000;
        }
        return NhsNumber.beginningWith(nine).value();
    }

    static String patient(int n) {
        return """
            {"resourceType":"Patient","identifier":[{"system":"%s","value":"%s"}],"active":true,\
            "name":[{"use":"official","family":"%s","given":["%s"],"prefix":["Mrs"]}],\
            "telecom":[{"system":"phone","value":"0121 496 %04d","use":"home"}],"gender":"female","birthDate":"19%02d-%02d-%02d",\
            "address":[{"use":"home","line":["%d Station Road"],"city":"Birmingham","postalCode":"B%d 1AA"}]}\
            """.formatted(
                        NHS,
                        number(n),
                        FAMILIES[n % 8],
                        GIVEN[n / 8 % 8],
                        n % 10_000,
                        20 + n % 40,
                        1 + n % 12,
                        1 + n % 28,
                        1 + n % 200,
                        1 + n % 45);
    }

    static String observation(String subject, int n) {
        return """
            {"resourceType":"Observation","status":"final","category":[{"coding":[{"system":\
            "http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs","display":"Vital Signs"}]}],\
            "code":{"coding":[{"system":"http://snomed.info/sct","code":"%d","display":"Measured"}],"text":"Measured"},\
            "subject":{"reference":"%s"},"effectiveDateTime":"2026-%02d-%02dT09:30:00Z",\
            "valueQuantity":{"value":%d.%d,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}\
            """.formatted(27_113_001 + n % 20, subject, 1 + n % 11, 1 + n % 28, 50 + n % 40, n % 10);
    }

    /** One patient with nine observations, as a transaction. */
    static String transaction(int n) {
        StringBuilder bundle = new StringBuilder("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[");
        String name = "urn:uuid:00000000-0000-4000-8000-" + String.format("%012d", n);
        bundle.append(entry(name, "Patient", patient(n)));
        for (int i = 0; i < 9; i++) {
            String own = "urn:uuid:00000000-0000-4000-9" + String.format("%03d", i) + "-" + String.format("%012d", n);
            bundle.append(',').append(entry(own, "Observation", observation(name, n + i)));
        }
        return bundle.append("]}").toString();
    }

    private static String entry(String fullUrl, String type, String resource) {
        return "{\"fullUrl\":\"" + fullUrl + "\",\"resource\":" + resource
                + ",\"request\":{\"method\":\"POST\",\"url\":\"" + type + "\"}}";
    }
}
