package dev.identityexplorer.cli;

import dev.identityexplorer.graph.Selection;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A tag as people write it. */
final class TagText implements ITypeConverter<Selection.Tag> {

    @Override
    public Selection.Tag convert(String text) {
        return Selection.Tag.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a tag; give KEY=VALUE, with an empty VALUE if need be."));
    }
}
