/** The pages in a real Chromium, against the server and the sample organization. */
@NullMarked
package dev.identityexplorer.ui;

import org.jspecify.annotations.NullMarked;
