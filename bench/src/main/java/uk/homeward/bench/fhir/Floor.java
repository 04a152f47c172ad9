package uk.homeward.bench.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The least that a FHIR server can do with HAPI: one table, two search parameters, no history, no checks of references, no
 * access control, no audit.
 */
final class Floor implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final URI base;

    Floor(DataSource source) throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(source);
        jdbc.execute("create table if not exists bench_fhir_floor (id text primary key, type text not null,"
                + " identifier text, subject text, content text not null)");
        jdbc.execute("create index if not exists bench_floor_identifier on bench_fhir_floor (identifier)");
        jdbc.execute("create index if not exists bench_floor_subject on bench_fhir_floor (subject)");
        FhirContext context = FhirContext.forR4();
        Table table = new Table(jdbc, context);
        RestfulServer server = new RestfulServer(context);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        server.setResourceProviders(new Patients(table), new Observations(table));
        server.setPlainProviders(new Transactions(table));
        tomcat.setBaseDir(Files.createTempDirectory("floor").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        Context at = tomcat.addContext("", null);
        Tomcat.addServlet(at, "fhir", server);
        at.addServletMappingDecoded("/fhir/*", "fhir");
        tomcat.start();
        base = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/fhir");
    }

    URI base() {
        return base;
    }

    @Override
    public void close() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    /** The one table. */
    record Table(JdbcTemplate jdbc, FhirContext context) {

        private static final String INSERT =
                "insert into bench_fhir_floor (id, type, identifier, subject, content) values (?, ?, ?, ?, ?)";

        Object[] row(Resource resource) {
            String id = UUID.randomUUID().toString();
            resource.setId(id);
            resource.getMeta().setVersionId("1");
            String identifier = resource instanceof Patient patient
                    ? patient.getIdentifierFirstRep().getSystem() + "|"
                            + patient.getIdentifierFirstRep().getValue()
                    : null;
            String subject = resource instanceof Observation observation
                    ? observation.getSubject().getReference()
                    : null;
            return new Object[] {
                id,
                resource.fhirType(),
                identifier,
                subject,
                context.newJsonParser().encodeResourceToString(resource)
            };
        }

        MethodOutcome create(Resource resource) {
            Object[] row = row(resource);
            jdbc.update(INSERT, row);
            return new MethodOutcome(new IdType(resource.fhirType(), (String) row[0], "1"), true).setResource(resource);
        }

        void create(List<Object[]> rows) {
            jdbc.batchUpdate(INSERT, rows);
        }

        <T extends Resource> List<T> list(Class<T> type, String where, String value) {
            return jdbc.query(
                    "select content from bench_fhir_floor where " + where + " = ? limit 20",
                    (row, n) -> context.newJsonParser().parseResource(type, row.getString(1)),
                    value);
        }
    }

    /** Patients. */
    public static final class Patients implements IResourceProvider {

        private final Table table;

        Patients(Table table) {
            this.table = table;
        }

        @Override
        public Class<Patient> getResourceType() {
            return Patient.class;
        }

        @Create
        public MethodOutcome create(@ResourceParam Patient patient) {
            return table.create(patient);
        }

        @Read
        public Patient read(@IdParam IdType id) {
            return table.list(Patient.class, "id", id.getIdPart()).getFirst();
        }

        @Search
        public List<Patient> search(@RequiredParam(name = Patient.SP_IDENTIFIER) TokenParam identifier) {
            return table.list(Patient.class, "identifier", identifier.getSystem() + "|" + identifier.getValue());
        }
    }

    /** Observations. */
    public static final class Observations implements IResourceProvider {

        private final Table table;

        Observations(Table table) {
            this.table = table;
        }

        @Override
        public Class<Observation> getResourceType() {
            return Observation.class;
        }

        @Search
        public List<Observation> search(@RequiredParam(name = Observation.SP_PATIENT) ReferenceParam patient) {
            return table.list(Observation.class, "subject", "Patient/" + patient.getIdPart());
        }
    }

    /** Transactions of new resources. */
    public static final class Transactions {

        private final Table table;

        Transactions(Table table) {
            this.table = table;
        }

        @Transaction
        public Bundle transact(@TransactionParam Bundle bundle) {
            Map<String, String> names = new HashMap<>();
            List<Object[]> rows = new ArrayList<>();
            Bundle answer = new Bundle();
            answer.setType(Bundle.BundleType.TRANSACTIONRESPONSE);
            for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
                Resource resource = entry.getResource();
                if (resource instanceof Observation observation) {
                    observation
                            .getSubject()
                            .setReference(names.get(observation.getSubject().getReference()));
                }
                Object[] row = table.row(resource);
                names.put(entry.getFullUrl(), resource.fhirType() + "/" + row[0]);
                rows.add(row);
                answer.addEntry().getResponse().setStatus("201").setLocation(resource.fhirType() + "/" + row[0]);
            }
            table.create(rows);
            return answer;
        }
    }
}
