/**
 * What happens when things go wrong from outside: processes killed, disks full, databases gone, clocks turned back. Through
 * the command line and the public classes alone, as whoever runs the program meets it.
 */
@NullMarked
package dev.identityexplorer.faults;

import org.jspecify.annotations.NullMarked;
