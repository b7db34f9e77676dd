package dev.identityexplorer.cypher;

/** A {@code .cypher} file, or a value given for one of its parameters, is not what it must be; the message says what would be. */
public final class CypherFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String GRAMMAR = """
            The header of a .cypher file is its leading comment lines:
              // title: one line
              // description: one line or more,
              //   continued after three spaces
              // :param name => example    a Cypher literal: 90, 0.5, 'text', true, null, [..], {..}
              //   a note on the parameter above
              // key: value                further fields, such as severity; a key may repeat
              // finding: high             in explore/, where each row is something to act on: high, medium or low,
              // source: https://docs.aws.amazon.com/…    the AWS document it comes from,
              // fix: what would fix it
            A line ':param name => example;' below it sets the same in cypher-shell and Neo4j Browser.""";

    CypherFileException(String message) {
        super(message);
    }

    CypherFileException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What is wrong in {@code line} (from 1) of {@code file}, followed by the grammar of headers. */
    static CypherFileException inHeader(String file, int line, String problem) {
        return new CypherFileException(file + ", line " + line + ": " + problem + "\n" + GRAMMAR);
    }
}
