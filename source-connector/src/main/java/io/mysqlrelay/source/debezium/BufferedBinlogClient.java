package io.mysqlrelay.source.debezium;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.network.protocol.PacketChannel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * The library's client, whose TLS connection is read through the buffer that its plain one has ({@code
 * BufferedSocketInputStream}): it takes a packet's head byte by byte, and with TLS each call costs several locks.
 */
final class BufferedBinlogClient extends BinaryLogClient {
    BufferedBinlogClient(String host, int port, String user, String password) {
        super(host, port, user, password);
    }

    @Override
    protected void requestBinaryLogStream() throws IOException {
        super.requestBinaryLogStream();
        if (channel.isSSL()) {
            PacketChannel buffered = new PacketChannel(new ChannelSocket(channel));
            // What is still written then has the packet number of a new command.
            buffered.authenticationComplete();
            channel = buffered;
        }
    }

    /** As much of a socket as a channel uses. */
    private static final class ChannelSocket extends Socket {
        private final PacketChannel channel;

        ChannelSocket(PacketChannel channel) {
            this.channel = channel;
        }

        @Override
        public InputStream getInputStream() {
            return new ConnectionStream(channel.getInputStream());
        }

        @Override
        public OutputStream getOutputStream() {
            return channel.getOutputStream();
        }

        @Override
        public boolean isClosed() {
            return !channel.isOpen();
        }

        /** A channel asks for it just before it closes the socket; so does the one below. */
        @Override
        public void setSoLinger(boolean on, int seconds) {
            channel.setShouldUseSoLinger0();
        }

        /** Closing the channel below does this first. */
        @Override
        public void shutdownInput() {
            // see close
        }

        @Override
        public void shutdownOutput() {
            // see close
        }

        @Override
        public synchronized void close() throws IOException {
            channel.close();
        }
    }
}
