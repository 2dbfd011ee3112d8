package io.mysqlrelay.source.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class ConnectionStreamTest {
    private static InputStream failing(IOException failure) {
        return new ConnectionStream(new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                throw failure;
            }
        });
    }

    @Test
    void aFailureOfTlsEndsTheConnection() {
        SSLException tls = new SSLException("bad record");
        assertThatThrownBy(() -> failing(tls).read())
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("bad record")
                .hasCause(tls);
        assertThatThrownBy(() -> failing(tls).read(new byte[8], 0, 8))
                .isInstanceOf(SocketException.class)
                .hasCause(tls);
    }

    @Test
    void whatTheLibraryKnowsStaysAsItIs() throws IOException {
        SocketException reset = new SocketException("reset");
        assertThatThrownBy(() -> failing(reset).read()).isSameAs(reset);
        EOFException end = new EOFException();
        assertThatThrownBy(() -> failing(end).read()).isSameAs(end);
        InputStream bytes = new ConnectionStream(new ByteArrayInputStream(new byte[] {1, 2}));
        assertThat(bytes.readAllBytes()).containsExactly(1, 2);
    }
}
