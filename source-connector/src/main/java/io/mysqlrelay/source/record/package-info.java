/** Records of the change topic: envelopes, statements, markers, heartbeats, and their identity. */
package io.mysqlrelay.source.record;
