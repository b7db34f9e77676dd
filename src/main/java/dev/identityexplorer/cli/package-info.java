/**
 * The command line, and the only place that puts the rooms together. One class a command; {@link
 * dev.identityexplorer.cli.Workbench} is what a command works with.
 */
@NullMarked
package dev.identityexplorer.cli;

import org.jspecify.annotations.NullMarked;
