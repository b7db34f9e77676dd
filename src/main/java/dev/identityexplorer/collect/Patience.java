package dev.identityexplorer.collect;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/** The SDK's adaptive retries for one service in one Region, outside of the SDK's clients. */
final class Patience {

    private final RetryStrategy strategy = AwsRetryStrategy.adaptiveRetryStrategy();
    private final String scope;

    Patience(String scope) {
        this.scope = scope;
    }

    /** The answer, asked for again as long as that makes sense. */
    <T> T ask(Supplier<T> question) {
        var first = strategy.acquireInitialToken(AcquireInitialTokenRequest.create(scope));
        wait(first.delay());
        RetryToken token = first.token();
        while (true) {
            try {
                T answer = question.get();
                strategy.recordSuccess(RecordSuccessRequest.create(token));
                return answer;
            } catch (SdkException e) {
                token = next(token, e);
            }
        }
    }

    private RetryToken next(RetryToken token, SdkException failure) {
        try {
            var next = strategy.refreshRetryToken(RefreshRetryTokenRequest.builder()
                    .token(token)
                    .failure(failure)
                    .suggestedDelay(Duration.ZERO)
                    .build());
            wait(next.delay());
            return next.token();
        } catch (TokenAcquisitionFailedException e) {
            throw failure;
        }
    }

    static void wait(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CollectException("Collecting was interrupted; run it again to go on.", e);
        }
    }
}
