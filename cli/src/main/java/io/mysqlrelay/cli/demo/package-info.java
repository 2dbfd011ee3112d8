/** The demo: a shop that is written to while it moves, and the proof that both sides are equal. */
package io.mysqlrelay.cli.demo;
