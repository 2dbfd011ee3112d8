/** Row changes as statements: grouped, strict or safe, with every count and every warning checked. */
package io.mysqlrelay.sink.mysql.apply;
