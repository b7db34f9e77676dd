package dev.identityexplorer.bench;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes invented organizations of any size in the AWS CLI's shapes: for each account its authorization details and its
 * credential report. Sizes of accounts, popularity of policies, groups, services and tags follow Zipf's law. The same
 * numbers give the same files.
 *
 * <p>{@code OrganizationFiles FOLDER ACCOUNTS ENTITIES [CHANGED [SEED]]}; of the entities 25 % are users, 55 % roles, 4 %
 * groups and 16 % customer managed policies. CHANGED users and roles of a hundred, spread over all accounts, have a tag more.
 */
public final class OrganizationFiles {

    private OrganizationFiles() {}

    public static void main(String[] args) throws IOException {
        write(
                Path.of(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                args.length > 3 ? Integer.parseInt(args[3]) : 0,
                args.length > 4 ? Long.parseLong(args[4]) : 1);
    }

    /** Writes an organization below {@code folder}, {@code changed} percent of which differ from one without changes. */
    public static void write(Path folder, int accounts, int entities, int changed, long seed) throws IOException {
        var sizes = Zipf.split(entities, accounts);
        for (int i = 0; i < accounts; i++) {
            // numbered upwards, so that no two are the same; not in order of size
            var id = "%012d".formatted(100_000_000_000L + (i * 7_919L % accounts) * 1_000_003L);
            var chance = new Random(i);
            var account = new AccountFile(id, sizes[i], new Random(seed * 31 + i), () -> chance.nextInt(100) < changed);
            write(folder.resolve(id), account);
        }
    }

    private static void write(Path folder, AccountFile account) throws IOException {
        var global = Files.createDirectories(folder.resolve("global"));
        var file = global.resolve("iam-get-account-authorization-details.json");
        try (var json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            account.write(json);
        }
        Files.writeString(global.resolve("iam-get-credential-report.csv"), account.credentialReport());
    }
}
