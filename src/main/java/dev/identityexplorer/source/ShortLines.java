package dev.identityexplorer.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text whose lines are short, as a credential report's are: one without end is refused before it fills the memory. */
final class ShortLines extends FilterReader {

    private static final int LONGEST = 1_000_000;

    private int line = 1;
    private int column;

    ShortLines(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        count(c);
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        for (int i = 0; i < n; i++) {
            count(buffer[offset + i]);
        }
        return n;
    }

    private void count(int c) throws IOException {
        column++;
        if (c == '\n') {
            line++;
            column = 0;
        } else if (column > LONGEST) {
            throw new IOException("line " + line + " has more than " + LONGEST + " characters");
        }
    }
}
