/** What the project is made of, and what it hands on. */
@NullMarked
package dev.identityexplorer.supply;

import org.jspecify.annotations.NullMarked;
