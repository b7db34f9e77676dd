/**
 * The facts about AWS that come with the product: services, types of service-linked roles, what keeps those in use,
 * how IAM deletes each kind of entity, which command supplies which evidence, partitions and Regions.
 *
 * <p>They are data under {@code src/main/resources/aws/}, one row a line: a new AWS service is a new line there, and
 * nothing here. Each file says in its header where its facts come from, when they were collected and what its
 * columns and placeholders mean; a column that a file must not have is refused at load. {@link
 * dev.identityexplorer.catalogue.Catalogue} is the door to all of it.
 */
@NullMarked
package dev.identityexplorer.catalogue;

import org.jspecify.annotations.NullMarked;
