package uk.homeward.insight.risk;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a population run reads.
 *
 * @param file CSV (also gzipped) or Parquet, with the columns {@code person} and {@code code}, and if there is one {@code
 *     age}; or FHIR R4 Condition resources, one a line ({@code .ndjson}), of whose codings those in ICD-10 are read
 * @param asOf when given, only diagnoses of the two years up to this day count, by the column {@code date}; when null
 *     every row counts
 * @param threads how many to use
 */
public record PopulationRequest(Path file, @Nullable LocalDate asOf, int threads) {}
