/** Identity Explorer: explains cloud identities before anyone deletes them. */
@NullMarked
package dev.identityexplorer;

import org.jspecify.annotations.NullMarked;
