package dev.identityexplorer.deletion;

import dev.identityexplorer.catalogue.Partition;
import dev.identityexplorer.graph.AccountEvidence;
import dev.identityexplorer.model.Snapshot;
import dev.identityexplorer.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A bundle of one account as {@code collect} would write it, in which nothing is there until a test puts it there. */
record Bundle(Path folder) {

    static final String ACCOUNT = "111122223333";
    static final String ROOT = "arn:aws:iam::" + ACCOUNT + ":root";
    static final List<String> REGIONS = List.copyOf(new TreeSet<>(Partition.alwaysEnabled("aws")));

    Bundle file(String name, String text) {
        try {
            var file = folder.resolve(ACCOUNT).resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Bundle remove(String name) {
        try {
            Files.delete(folder.resolve(ACCOUNT).resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The regions that every account has, and no others. */
    Bundle regions() {
        return file(
                "global/account-list-regions.json",
                REGIONS.stream()
                        .map(region ->
                                "{\"RegionName\": \"" + region + "\", \"RegionOptStatus\": \"ENABLED_BY_DEFAULT\"}")
                        .collect(Collectors.joining(
                                ", ",
                                "{\"Regions\": [{\"RegionName\": \"af-south-1\", \"RegionOptStatus\": \"DISABLED\"}, ",
                                "]}")));
    }

    /** Service-linked roles by principal and name, in the only export of IAM. */
    Bundle roles(List<String> principalsAndNames) {
        return file("global/iam-get-account-authorization-details.json", details(principalsAndNames));
    }

    static String details(List<String> principalsAndNames) {
        return principalsAndNames.stream()
                .map(Bundle::role)
                .collect(Collectors.joining(
                        ", ",
                        "{\"UserDetailList\": [], \"GroupDetailList\": [], \"Policies\": [], \"RoleDetailList\": [",
                        "]}"));
    }

    private static String role(String principalAndName) {
        var parts = principalAndName.split("/");
        return """
                {"Path": "/aws-service-role/%1$s/", "RoleName": "%2$s", "RoleId": "AROA%3$s", "Arn": "%4$s",
                 "CreateDate": "2024-01-01T00:00:00+00:00", "InstanceProfileList": [], "RolePolicyList": [],
                 "AttachedManagedPolicies": [], "Tags": [], "RoleLastUsed": {},
                 "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
                   {"Effect": "Allow", "Principal": {"Service": "%1$s"}, "Action": "sts:AssumeRole"}]}}""".formatted(
                        parts[0], parts[1], Integer.toHexString(principalAndName.hashCode()), arn(principalAndName));
    }

    static String arn(String principalAndName) {
        return "arn:aws:iam::" + ACCOUNT + ":role/aws-service-role/" + principalAndName;
    }

    private static final InventoryFiles FILES = new InventoryFiles(REGIONS, false);

    /** The files that show that there is no resource of a type; empty if AWS has no list of it. */
    static Optional<Set<String>> files(String type, String part) {
        return FILES.provesAbsence(type) ? Optional.of(FILES.none(type, part).keySet()) : Optional.empty();
    }

    static String cloudControl(String type) {
        return "cloudcontrol-list-resources/" + URLEncoder.encode(type, StandardCharsets.UTF_8) + ".json";
    }

    /** Writes empty answers for a type. */
    Bundle nothingOf(String type, String part) {
        FILES.none(type, part).forEach((file, answer) -> file(file, answer.toString()));
        return this;
    }

    Snapshot snapshot() {
        var source = Source.of(List.of(folder));
        return source.read(source.accounts().get(0));
    }

    static AccountEvidence evidence(Snapshot snapshot) {
        return new AccountEvidence(snapshot.evidence().stream()
                .collect(Collectors.toMap(
                        e -> e.key().text(),
                        e -> new AccountEvidence.Seen(
                                e.state().word(), e.detail(), e.observedAt().atZone(ZoneOffset.UTC), e.source()))));
    }
}
