package io.mysqlrelay.testkit.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mysqlrelay.testkit.process.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final int SHORT_MILLIS = 200;
    private static final int LONG_MILLIS = 30_000;

    private ServerSocket server;
    private TcpProxy proxy;
    private Socket client;
    private Socket accepted;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        proxy = TcpProxy.start(FreePort.next(), server.getLocalPort());
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        accepted = server.accept();
        accepted.setSoTimeout(LONG_MILLIS);
        client.setSoTimeout(LONG_MILLIS);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        accepted.close();
        proxy.close();
        server.close();
    }

    @Test
    void bytesPassInBothDirections() throws IOException {
        client.getOutputStream().write(7);
        assertThat(accepted.getInputStream().read()).isEqualTo(7);
        accepted.getOutputStream().write(8);
        assertThat(client.getInputStream().read()).isEqualTo(8);
    }

    @Test
    void whatIsSentDuringAPauseArrivesAfterIt() throws IOException {
        proxy.pause();
        client.getOutputStream().write(7);
        accepted.setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(() -> accepted.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        accepted.setSoTimeout(LONG_MILLIS);
        proxy.resume();
        assertThat(accepted.getInputStream().read()).isEqualTo(7);
    }

    @Test
    void bothSidesOfACutConnectionEndAndNewOnesAreTaken() throws IOException {
        proxy.cut();
        assertThat(accepted.getInputStream().read()).isEqualTo(-1);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        try (Socket next = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
                Socket there = server.accept()) {
            next.getOutputStream().write(9);
            assertThat(there.getInputStream().read()).isEqualTo(9);
        }
    }
}
