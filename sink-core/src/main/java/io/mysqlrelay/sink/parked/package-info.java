/** Row changes as bytes, for a target that has to keep them until it is known whether they count. */
package io.mysqlrelay.sink.parked;
