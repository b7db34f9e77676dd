/**
 * What an AWS account contains, as records that the readers produce and the importer writes.
 *
 * <p>An {@link dev.identityexplorer.model.Entity} is one node <em>as one piece of evidence tells it</em>: its own
 * properties and the relationships that start at it. The same node may be told by several pieces of evidence (an
 * instance profile by its role and by {@code list-instance-profiles}); the importer keeps them apart by
 * {@link dev.identityexplorer.model.EvidenceKey}, so that a newer export replaces exactly what it covers.
 */
@NullMarked
package dev.identityexplorer.model;

import org.jspecify.annotations.NullMarked;
