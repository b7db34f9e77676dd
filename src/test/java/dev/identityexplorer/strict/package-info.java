/**
 * An account in memory that refuses what AWS's IAM refuses, random accounts to fill it with, and the files that the AWS
 * CLI would print of it: verdicts and plans are held against it from outside.
 */
@NullMarked
package dev.identityexplorer.strict;

import org.jspecify.annotations.NullMarked;
