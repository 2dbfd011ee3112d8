/** The catalogue of errors that a user can meet: stable code, message, remedy. */
package io.mysqlrelay.core.error;
