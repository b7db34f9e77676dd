package dev.identityexplorer.source;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 or UTF-16, with or without a byte order mark: what AWS CLI, PowerShell and Excel write. */
final class Text {

    private Text() {}

    static String decode(byte[] head) {
        var text = new String(head, charset(head));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The file's text without byte order mark. */
    static Reader open(SourceFile file) throws IOException {
        var in = new PushbackInputStream(file.open(), 4);
        var head = in.readNBytes(4);
        in.unread(head);
        var reader = new InputStreamReader(in, charset(head));
        var charset = charset(head);
        if (new String(head, charset).startsWith("\uFEFF")) {
            reader.read();
        }
        return reader;
    }

    static boolean isBinary(byte[] head) {
        var text = decode(head);
        return text.chars().anyMatch(c -> c == 0 || c == 0xFFFD);
    }

    private static Charset charset(byte[] head) {
        if (head.length < 2) {
            return StandardCharsets.UTF_8;
        } else if (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] != 0 && head[1] == 0) {
            return StandardCharsets.UTF_16LE;
        } else if (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF || head[0] == 0 && head[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }
}
