@NullMarked
package dev.identityexplorer.graph;

import org.jspecify.annotations.NullMarked;
