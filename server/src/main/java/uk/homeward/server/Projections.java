package uk.homeward.server;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import uk.homeward.server.access.TrustProjections;
import uk.homeward.server.assessment.AgreementProjection;
import uk.homeward.server.assessment.AssessmentProjection;
import uk.homeward.server.brokerage.ContingencyProjection;
import uk.homeward.server.brokerage.PackageProjection;
import uk.homeward.server.capacity.EscalationProjection;
import uk.homeward.server.directory.DirectoryProjection;
import uk.homeward.server.directory.PrescriptionProjection;
import uk.homeward.server.identity.DoubtProjection;
import uk.homeward.server.journal.HoldProjection;
import uk.homeward.server.journal.PathwayVersions;
import uk.homeward.server.journal.PlaceKey;
import uk.homeward.server.journal.Projecting;
import uk.homeward.server.matching.SearchProjection;
import uk.homeward.server.programme.Folded;
import uk.homeward.server.review.ReviewProjection;

/** The projections that packages bring, for commands that run beside a server or without one. */
public final class Projections {

    private Projections() {}

    /** All of them, over this database. A test compares them with the server's components. */
    public static List<Projecting> over(JdbcTemplate jdbc, PlaceKey place) {
        List<Projecting> all = new ArrayList<>(Folded.all());
        all.addAll(List.of(
                new PathwayVersions(jdbc, place),
                new HoldProjection(jdbc, place),
                new EscalationProjection(jdbc, place),
                new DirectoryProjection(jdbc, place),
                new PrescriptionProjection(jdbc, place),
                new ReviewProjection(jdbc, place),
                new DoubtProjection(jdbc, place),
                new SearchProjection(jdbc, place),
                new PackageProjection(jdbc, place),
                new ContingencyProjection(jdbc, place),
                new AssessmentProjection(jdbc, place),
                new AgreementProjection(jdbc, place),
                new TrustProjections.OfGlass(jdbc, place),
                new TrustProjections.OfAgreements(jdbc, place),
                new TrustProjections.OfAccounts(jdbc, place),
                new TrustProjections.OfErasures(),
                new TrustProjections.OfConsent(jdbc, place)));
        return List.copyOf(all);
    }
}
