/**
 * An AWS account → the files that {@code source} reads, by read-only calls.
 *
 * <p><b>Which calls</b> is data: {@code aws/read-calls.json}, the read-only list. A row says how an operation is asked, how
 * it pages, and of which other answer it needs the elements (one {@code list-access-keys} for each user). What the answers
 * mean stands where import finds it, in {@code aws/inventories.json} and {@code source}; a test keeps them together. The
 * types that Cloud Control lists come from the inventories.
 *
 * <p><b>How</b>: {@code AccountRun} makes {@code Task}s of the calls, {@code Workers} run them, each answer begets the tasks
 * of the calls that it feeds. {@code Asking} makes one call: all pages ({@code Pages}), through one of two transports.
 * {@code SdkCalls} uses the AWS SDK's client where a service answers in XML, by reflection and {@code SdkPojo.sdkFields()}
 * ({@code PojoJson}): no mapper for each operation. {@code JsonCalls} signs and sends the requests of services that answer in
 * JSON, for which the SDK's modules would weigh ten times as much and say nothing that is not in the answer: it is what the
 * AWS CLI prints, dates as numbers as with {@code cli_timestamp_format = wire}. Both pass {@code ReadOnly}, the one place that
 * decides what may be called.
 *
 * <p><b>What is written</b> ({@code Bundle}): {@code ACCOUNT/REGION/SERVICE-OPERATION[/PARAMETER].json}, by rename, so that a
 * file is whole or not there, and a line on each in {@code _collected.json}, from which the next run knows what it need not
 * ask again and import when AWS was asked. An error is written as the AWS CLI prints it, so that nothing failed looks empty;
 * where a later page failed, the earlier ones are written with the token that says so.
 */
@NullMarked
package dev.identityexplorer.collect;

import org.jspecify.annotations.NullMarked;
