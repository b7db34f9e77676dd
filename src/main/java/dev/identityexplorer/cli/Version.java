package dev.identityexplorer.cli;

import picocli.CommandLine;

/** The version in the jar's manifest, with the Java that runs it. */
final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"Identity Explorer " + number() + ", Java " + Runtime.version()};
    }

    static String number() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(from source)" : version;
    }
}
