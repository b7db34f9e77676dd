package dev.identityexplorer.collect;

import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Who asks, and by what means; the same for all calls on behalf of one identity.
 *
 * @param profile of the AWS configuration files; empty for the default one
 */
record Session(AwsCredentialsProvider credentials, Optional<String> profile, ReadOnly readOnly, SdkHttpClient http) {

    private static final String SESSION_NAME = "identity-explorer-collect";

    static Session of(Optional<String> profile, ReadOnly readOnly) {
        if (profile.isPresent()
                && ProfileFile.defaultProfileFile().profile(profile.get()).isEmpty()) {
            throw new CollectException("There is no profile '" + profile.get()
                    + "' in the AWS configuration; 'aws configure list-profiles' prints those that there are.");
        }
        AwsCredentialsProvider credentials = profile.<AwsCredentialsProvider>map(
                        name -> ProfileCredentialsProvider.create(name))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        var http = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(10))
                .socketTimeout(Duration.ofSeconds(60))
                .build();
        return new Session(credentials, profile, readOnly, http);
    }

    /** The same, with a role of another account; its credentials are renewed as long as this session's last. */
    Session assuming(String roleArn, Region region) {
        var sts = StsClient.builder()
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration())
                .httpClient(http)
                .build();
        return new Session(
                StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts)
                        .refreshRequest(r -> r.roleArn(roleArn).roleSessionName(SESSION_NAME))
                        .build(),
                profile,
                readOnly,
                http);
    }

    /** Of every client: nothing but what only reads, slower where AWS says that it is too fast. */
    ClientOverrideConfiguration configuration() {
        var configuration = ClientOverrideConfiguration.builder()
                .addExecutionInterceptor(readOnly)
                .retryStrategy(AwsRetryStrategy.adaptiveRetryStrategy());
        profile.ifPresent(configuration::defaultProfileName);
        return configuration.build();
    }
}
