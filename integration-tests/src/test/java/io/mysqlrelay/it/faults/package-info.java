/** Faults that strike the parts of a migration, each by itself and healed at its end, and what they strike. */
package io.mysqlrelay.it.faults;
