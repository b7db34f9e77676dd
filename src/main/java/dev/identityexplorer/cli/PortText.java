package dev.identityexplorer.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a TCP port. */
final class PortText implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // the sentence below says what was expected
        }
        throw new TypeConversionException("a port is a number from 0 to 65535, not '" + text + "'");
    }
}
