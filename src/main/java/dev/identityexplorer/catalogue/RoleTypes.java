package dev.identityexplorer.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the type of a service-linked role by the principal in its path and the longest fixed name. */
final class RoleTypes {

    /** A type, and the suffix that a role's name has beyond the fixed name; empty where it has none. */
    record Match(ServiceLinkedRoleType type, String suffix) {}

    private record Named(String fixedName, ServiceLinkedRoleType type) {

        boolean begins(String roleName) {
            return roleName.equals(fixedName) || roleName.startsWith(fixedName + "_");
        }

        Optional<Match> match(String roleName) {
            if (roleName.equals(fixedName)) {
                return Optional.of(new Match(type, ""));
            }
            return type.customSuffix()
                    ? Optional.of(new Match(type, roleName.substring(fixedName.length() + 1)))
                    : Optional.empty();
        }
    }

    private final Map<String, List<ServiceLinkedRoleType>> byPrincipal;

    RoleTypes(List<ServiceLinkedRoleType> types) {
        byPrincipal = types.stream().collect(Collectors.groupingBy(ServiceLinkedRoleType::servicePrincipal));
    }

    List<ServiceLinkedRoleType> of(String principal) {
        return byPrincipal.getOrDefault(principal, List.of());
    }

    /**
     * The longest fixed name alone decides. Where its type takes no suffix but the name has one, no shorter name
     * stands in: that role is of a type that the catalogue does not know.
     */
    Optional<Match> match(String principal, String roleName) {
        return of(principal).stream()
                .flatMap(type -> type.fixedNames().stream().map(name -> new Named(name, type)))
                .filter(named -> named.begins(roleName))
                .max(Comparator.comparingInt(named -> named.fixedName().length()))
                .flatMap(named -> named.match(roleName));
    }
}
