package dev.identityexplorer.cli;

import dev.identityexplorer.catalogue.AwsService;
import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.ServiceLinkedRoleType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        description = "Prints what is known of AWS services and their service-linked roles; needs no database.",
        footer = {
            "",
            "Examples:",
            "  explorer catalogue",
            "  explorer catalogue autoscaling.amazonaws.com",
            "  explorer catalogue --sources --format csv"
        })
final class CatalogueCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PRINCIPAL",
            arity = "0..1",
            description = "A service principal; without one, all services.")
    private @Nullable String principal;

    @Option(
            names = "--sources",
            description = "Prints which AWS answers show which resources, and what keeps which role in use.")
    private boolean sources;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var catalogue = Catalogue.load();
        if (sources) {
            output.print(SourceRows.COLUMNS, SourceRows.of(catalogue, Optional.ofNullable(principal)));
        } else if (principal == null) {
            output.print(
                    List.of("id", "name", "serviceLinkedRoles", "types", "slrDocUrl"),
                    catalogue.services().stream()
                            .map(service -> row(service, catalogue))
                            .toList());
        } else if (output.format() == Format.table) {
            print(catalogue, principal);
        } else {
            var rows = types(catalogue, principal);
            output.print(
                    List.of(
                            "servicePrincipal",
                            "service",
                            "roleName",
                            "customSuffix",
                            "deletableBy",
                            "multiRegion",
                            "confidence",
                            "keptInUseBy",
                            "docUrl",
                            "source",
                            "note"),
                    rows);
        }
        return ExitCodes.DONE;
    }

    private static Map<String, Object> row(AwsService service, Catalogue catalogue) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", service.id());
        row.put("name", service.name());
        row.put("serviceLinkedRoles", service.supports().serviceLinkedRoles().word());
        row.put(
                "types",
                service.principal().map(p -> catalogue.typesOf(p).size()).orElse(0));
        row.put("slrDocUrl", service.slrDocUrl().orElse(null));
        return row;
    }

    private static List<Map<String, Object>> types(Catalogue catalogue, String principal) {
        known(catalogue, principal);
        return catalogue.typesOf(principal).stream().map(CatalogueCommand::row).toList();
    }

    private static Map<String, Object> row(ServiceLinkedRoleType type) {
        var row = new LinkedHashMap<String, Object>();
        row.put("servicePrincipal", type.servicePrincipal());
        row.put("service", type.ownerName());
        row.put("roleName", type.roleName());
        row.put("customSuffix", type.customSuffix());
        row.put("deletableBy", type.deletableBy().word());
        row.put("multiRegion", type.multiRegion().orElse(null));
        row.put("confidence", type.confidence().word());
        row.put(
                "keptInUseBy",
                type.blockedBy().stream()
                        .map(keeper -> keeper.resourceType() + " (" + keeper.condition() + ")")
                        .toList());
        row.put("docUrl", type.docUrl().orElse(null));
        row.put("source", type.source());
        row.put("note", type.note().orElse(null));
        return row;
    }

    private static void known(Catalogue catalogue, String principal) {
        if (catalogue.service(principal).isEmpty()
                && catalogue.serviceRoles(principal).isEmpty()
                && catalogue.typesOf(principal).isEmpty()) {
            throw new CliException("The catalogue knows no service principal '" + principal
                    + "'; 'explorer catalogue' lists those that it knows.");
        }
    }

    private void print(Catalogue catalogue, String principal) {
        known(catalogue, principal);
        var out = output.out();
        out.println(catalogue.ownerName(principal).orElse(principal) + " (" + principal + ")");
        catalogue.service(principal).ifPresent(service -> {
            out.println("  service-linked roles: "
                    + service.supports().serviceLinkedRoles().word()
                    + ", says the table of AWS services that work with IAM"
                    + service.note().map(note -> " (" + note + ")").orElse(""));
            service.slrDocUrl().or(service::docUrl).ifPresent(url -> out.println("  see " + url));
        });
        out.println("  runs with roles that trust it: "
                + catalogue
                        .serviceRoles(principal)
                        .map(roles -> String.join(", ", roles.runs()) + ", see " + roles.docUrl())
                        .orElse("not known whole, so that nobody knows what breaks with one"));
        for (var type : catalogue.typesOf(principal)) {
            out.println();
            out.println("  " + type.roleName() + (type.customSuffix() ? "[_suffix]" : ""));
            out.println("    deleted by: "
                    + switch (type.deletableBy()) {
                        case IAM -> "aws iam delete-service-linked-role";
                        case SERVICE -> "the service itself";
                        case NEVER -> "nobody";
                    });
            if (type.blockedBy().isEmpty()) {
                out.println("    kept in use by: AWS documents nothing, which does not mean that nothing does");
            }
            for (var keeper : type.blockedBy()) {
                out.println("    kept in use by: " + keeper.resourceType() + " (" + keeper.condition() + ")");
                keeper.cleanup().ifPresent(command -> out.println("      $ " + command));
            }
            out.println("    clean up in: "
                    + type.multiRegion()
                            .map(many -> many ? "every region" : "one place")
                            .orElse("every region, since AWS does not say"));
            type.note().ifPresent(note -> out.println("    note: " + note));
            out.println("    known from: " + type.source() + " ("
                    + type.confidence().word() + ")");
            type.docUrl().ifPresent(url -> out.println("    see " + url));
        }
        out.flush();
    }
}
