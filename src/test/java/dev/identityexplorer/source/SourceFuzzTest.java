package dev.identityexplorer.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader with whatever a fuzzer makes of the sample organization. Here it only reads the seeds and what was found
 * once; {@code JAZZER_FUZZ=1 mvn test -Dtest=SourceFuzzTest} goes on for ten minutes.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceFuzzTest {

    static Stream<Arguments> seeds() throws IOException {
        return AnyInput.samples().stream().map(sample -> Arguments.of(sample.format(), sample.content()));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "10m")
    void any_content_of_any_file_is_read_or_refused(int format, byte[] content) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        try {
            assertThat(AnyInput.read(folder, format, content == null ? new byte[0] : content))
                    .isNotNegative();
        } finally {
            AnyInput.remove(folder);
        }
    }
}
