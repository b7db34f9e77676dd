/**
 * Measurements, as plain programs; no test runs them. {@link dev.identityexplorer.bench.OrganizationFiles} invents an
 * organization, {@link dev.identityexplorer.bench.ImportBenchmark} measures how it gets into the graph. The README has the
 * commands and what they said.
 */
@NullMarked
package dev.identityexplorer.bench;

import org.jspecify.annotations.NullMarked;
