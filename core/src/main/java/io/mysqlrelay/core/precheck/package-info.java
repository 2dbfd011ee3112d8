/**
 * What can be looked at before a migration starts: the catalogue of checks, their results, and how they are run. It knows
 * neither servers nor Kafka; a check is a piece of code that somebody else brings.
 */
package io.mysqlrelay.core.precheck;
