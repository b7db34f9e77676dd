package dev.identityexplorer.deletion;

import dev.identityexplorer.graph.Facts;
import dev.identityexplorer.model.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Entities to judge without a database: {@link #of} a kind, with what matters in a test. */
record Subject(
        String id,
        String kind,
        String name,
        Set<String> evidence,
        Optional<String> servicePrincipal,
        boolean virtual,
        boolean countsAgree,
        List<String> regions,
        List<String> trusts) {

    static Subject of(String id, String kind) {
        return new Subject(
                id,
                kind,
                id.substring(id.lastIndexOf('/') + 1),
                Set.of(),
                Optional.empty(),
                false,
                false,
                List.of(),
                List.of());
    }

    static Subject serviceLinkedRole(String id, String servicePrincipal) {
        var role = of(id, "ServiceLinkedRole").toldBy(Set.of("roles"));
        return new Subject(
                role.id,
                role.kind,
                role.name,
                role.evidence,
                Optional.of(servicePrincipal),
                false,
                false,
                List.of(),
                List.of(servicePrincipal));
    }

    Subject named(String own) {
        return new Subject(id, kind, own, evidence, servicePrincipal, virtual, countsAgree, regions, trusts);
    }

    Subject toldBy(Set<String> keys) {
        return new Subject(id, kind, name, keys, servicePrincipal, virtual, countsAgree, regions, trusts);
    }

    Subject in(List<String> enabled) {
        return new Subject(id, kind, name, evidence, servicePrincipal, virtual, countsAgree, enabled, trusts);
    }

    Subject trusting(List<String> services) {
        return new Subject(id, kind, name, evidence, servicePrincipal, virtual, countsAgree, regions, services);
    }

    Subject virtual(boolean device) {
        return new Subject(id, kind, name, evidence, servicePrincipal, device, countsAgree, regions, trusts);
    }

    Subject whoseCountsAgree() {
        return new Subject(id, kind, name, evidence, servicePrincipal, virtual, true, regions, trusts);
    }

    Facts facts() {
        var account = Arn.tryParse(id);
        return new Facts(
                id,
                kind,
                name,
                account.map(Arn::accountId),
                account.map(arn -> new Arn(arn.partition(), "iam", "", arn.accountId(), "root").toString()),
                Optional.empty(),
                List.of(),
                evidence,
                servicePrincipal,
                Optional.empty(),
                virtual,
                countsAgree,
                Optional.empty(),
                regions,
                trusts,
                Optional.empty(),
                false,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }
}
