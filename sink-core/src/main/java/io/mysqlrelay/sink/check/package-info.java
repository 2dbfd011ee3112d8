/**
 * What the sinks' prechecks have in common: looking at a target for a validation, at a start and for the command, and what
 * follows from what is found. A sink brings its settings, its server and its checks.
 */
package io.mysqlrelay.sink.check;
