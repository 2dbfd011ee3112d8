/** Measures the relay next to its peers, on real servers and in one run. One source is read by all; each contender has its own target. */
package io.mysqlrelay.benchmarks;
