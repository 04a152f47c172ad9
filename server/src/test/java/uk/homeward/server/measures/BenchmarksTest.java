package uk.homeward.server.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published figures of trusts: a file at fault is put aside with the reason, the others are shown. */
class BenchmarksTest {

    @Test
    void aBrokenFileStopsNeitherTheStartNorTheOtherFiles(@TempDir Path folder) throws IOException {
        write(folder, "trusts.csv", "code,title,group,own,source\nRRK,Birmingham,large,yes,x\n");
        write(
                folder,
                "benchmarks.csv",
                "id,title,unit,better,people,measure,source\n"
                        + "good,Good,%,higher,people,,x\n"
                        + "broken,Broken,%,higher,people,,x\n"
                        + "gone,Gone,%,lower,people,,x\n");
        write(folder, "good.csv", "trust,month,numerator,denominator\nRRK,2026-01-01,8,10\n");
        write(
                folder,
                "broken.csv",
                "trust,month,numerator,denominator\nRRK,2026-01-01,8,10\nRRK,46023,8,10\nRRK,2026-03-01,12,10\n");
        Benchmarks read = new Benchmarks(folder);
        assertThat(read.list()).extracting(b -> b.measure().id()).containsExactly("good");
        assertThat(read.quarantined())
                .extracting(Benchmarks.Quarantined::file)
                .containsExactly("broken.csv", "gone.csv");
        assertThat(read.quarantined().getFirst().reason()).contains("broken.csv:3", "46023", "Maybe");
    }

    @Test
    void withoutItsListThereIsNothingAndThatIsSaid(@TempDir Path folder) throws IOException {
        write(folder, "trusts.csv", "code,title,group,own,source\n");
        write(folder, "benchmarks.csv", "id,name\n");
        Benchmarks read = new Benchmarks(folder);
        assertThat(read.list()).isEmpty();
        assertThat(read.quarantined()).extracting(Benchmarks.Quarantined::file).contains("benchmarks.csv");
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
