package dev.identityexplorer.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.identityexplorer.catalogue.Catalogue;
import dev.identityexplorer.catalogue.ReadCalls;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Whom the collector asks on whose behalf: the accounts of an organization, profiles, other partitions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CollectorTest {

    private static final String CALLER = "<GetCallerIdentityResponse><GetCallerIdentityResult>"
            + "<Arn>arn:%s:iam::111122223333:user/ada</Arn><UserId>AIDA</UserId><Account>111122223333</Account>"
            + "</GetCallerIdentityResult></GetCallerIdentityResponse>";
    private static final String ASSUMED = "<AssumeRoleResponse><AssumeRoleResult><Credentials>"
            + "<AccessKeyId>ASIAOTHER</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>"
            + "<Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>";
    private static final List<String> SETTINGS =
            List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.configFile", "aws.sharedCredentialsFile");

    @TempDir
    private Path folder;

    private final FakeAws aws = new FakeAws();

    @BeforeEach
    void credentials() {
        System.setProperty("aws.accessKeyId", "AKIAOWN");
        System.setProperty("aws.secretAccessKey", "secret");
    }

    @AfterEach
    void close() {
        aws.close();
        SETTINGS.forEach(System::clearProperty);
    }

    private List<AccountSummary> collect(String partition, String region) {
        aws.answer("GetCallerIdentity", CALLER.formatted(partition))
                .answer("AssumeRole", ASSUMED)
                .answer("ListAccounts", """
                        {"Accounts": [{"Id": "111122223333", "State": "ACTIVE"}, {"Id": "444455556666", "State": "ACTIVE"},
                          {"Id": "777788889999", "State": "SUSPENDED"}, {"Id": "888899990000", "Status": "SUSPENDED"}]}""");
        var options = new CollectOptions(
                folder, Optional.empty(), List.of(region), Optional.of("Audit"), 8, Duration.ZERO, Set.of(), "1");
        return new Collector(options, Catalogue.load(), new Progress() {
                    @Override
                    public void planned(int calls) {}

                    @Override
                    public void done(String accountId, String region, String operation) {}
                })
                .run();
    }

    @Test
    void every_account_of_the_organization_that_is_active_is_asked_with_its_own_role() throws Exception {
        assertThat(collect("aws", "eu-west-1")).hasSize(2);

        try (Stream<Path> accounts = Files.list(folder)) {
            assertThat(accounts.map(p -> p.getFileName().toString()).filter(name -> name.matches("\\d+")))
                    .containsExactlyInAnyOrder("111122223333", "444455556666");
        }
        assertThat(aws.requests())
                .filteredOn(request -> request.body().startsWith("Action=AssumeRole"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.body())
                        .contains("RoleArn=arn%3Aaws%3Aiam%3A%3A444455556666%3Arole%2FAudit"));
        assertThat(aws.requests())
                .filteredOn(request -> request.target().endsWith("ListResources"))
                .extracting(request -> request.authorization().replaceFirst(".*Credential=([A-Z]+)/.*", "$1"))
                .contains("AKIAOWN", "ASIAOTHER");
    }

    @Test
    void in_another_partition_the_role_is_one_of_that_partition_and_requests_are_signed_for_its_Regions() {
        collect("aws-cn", "cn-north-1");

        assertThat(aws.requests())
                .filteredOn(request -> request.body().startsWith("Action=AssumeRole"))
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.body())
                        .contains("RoleArn=arn%3Aaws-cn%3Aiam%3A%3A444455556666%3Arole%2FAudit"));
        assertThat(aws.requests())
                .extracting(request -> request.authorization().replaceFirst(".*Credential=[^/]+/\\d+/([^/]+)/.*", "$1"))
                .contains("cn-north-1", "cn-northwest-1")
                .allMatch(region -> region.startsWith("cn-"));
    }

    @Test
    void a_profile_of_single_sign_on_needs_nothing_but_that_somebody_logs_in() throws Exception {
        var config = folder.resolve("config");
        Files.writeString(config, """
                [profile audit]
                sso_session = corp
                sso_account_id = 111122223333
                sso_role_name = SecurityAudit
                region = eu-central-1

                [sso-session corp]
                sso_region = eu-central-1
                sso_start_url = https://corp.example.com/start-%s
                sso_registration_scopes = sso:account:access
                """.formatted(System.nanoTime()));
        System.setProperty("aws.configFile", config.toString());
        System.setProperty("aws.sharedCredentialsFile", folder.resolve("none").toString());

        var session = Session.of(Optional.of("audit"), new ReadOnly(ReadCalls.load()));
        assertThatThrownBy(() -> session.credentials().resolveCredentials())
                .isInstanceOf(SdkClientException.class)
                .hasMessageNotContaining("class path")
                .hasMessageMatching("(?is).*(token|sso).*");
        assertThat(Regions.configured(Optional.of("audit"))).contains("eu-central-1");

        assertThatThrownBy(() -> Session.of(Optional.of("nobody"), new ReadOnly(ReadCalls.load())))
                .isInstanceOf(CollectException.class)
                .hasMessageContaining("There is no profile 'nobody'");
    }
}
