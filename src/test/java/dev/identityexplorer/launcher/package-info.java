/** The launcher script, tried with a stand-in project, a stand-in Maven and a stand-in Java VM. */
@NullMarked
package dev.identityexplorer.launcher;

import org.jspecify.annotations.NullMarked;
