package dev.identityexplorer.source;

/**
 * A file that was seen and not read.
 *
 * @param file its name, relative to the folder that was given
 * @param reason why, as a sentence
 */
public record Skipped(String file, String reason) {}
