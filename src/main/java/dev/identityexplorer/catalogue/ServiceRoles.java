package dev.identityexplorer.catalogue;

import java.util.List;
import java.util.Set;

/**
 * What runs with the roles that a service may assume.
 *
 * @param principal the service, as a role's trust policy names it, without Region
 * @param runs all types of resources that name such a role
 * @param docUrl the AWS document about such roles
 */
public record ServiceRoles(String principal, List<String> runs, String docUrl) {

    static final Set<String> COLUMNS = Set.of("principal", "runs", "docUrl");

    static ServiceRoles of(Row row) {
        return new ServiceRoles(row.text("principal"), row.texts("runs"), row.text("docUrl"));
    }
}
