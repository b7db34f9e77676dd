/**
 * A report for a review meeting: numbers, findings, what could go and how, verdicts that became others, evidence and its
 * age. One class collects it, three write it; each value that came from an account is text for all of them.
 */
@NullMarked
package dev.identityexplorer.report;

import org.jspecify.annotations.NullMarked;
