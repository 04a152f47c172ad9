package uk.homeward.journey.place;

import java.nio.file.Path;

/** Where the places of these tests are. */
final class TestPlaces {

    private static final Path ROOT = Path.of(System.getProperty("homeward.root"));

    private TestPlaces() {}

    static Path shipped() {
        return ROOT.resolve(Path.of("places", "birmingham-solihull"));
    }

    static Path littleton() {
        return ROOT.resolve(Path.of("journey", "src", "test", "resources", "places", "littleton"));
    }
}
