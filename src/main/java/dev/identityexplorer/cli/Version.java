package dev.identityexplorer.cli;

import picocli.CommandLine;

/** The version in the jar's manifest, with the Java that runs it. */
final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "Identity Explorer " + (version == null ? "(from source)" : version) + ", Java " + Runtime.version()
        };
    }
}
