/**
 * The source connector's settings: their definition for users and user interfaces, the rules between them, the parsed
 * form the code works with, and what Debezium's parts are given.
 */
package io.mysqlrelay.source.config;
