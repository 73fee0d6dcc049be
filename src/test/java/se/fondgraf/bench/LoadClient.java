package se.fondgraf.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * A client that takes little of the machine: one thread, connections that are kept, one request at a time on each, and
 * nothing read of an answer but its status and its end.
 */
final class LoadClient {
    private static final int CONNECTIONS = 8;

    /** What came of a run. */
    static final class Run {
        private final long nanos;
        private final long[] latencies;
        private final Map<Integer, Long> statuses;

        private Run(long nanos, long[] latencies, Map<Integer, Long> statuses) {
            this.nanos = nanos;
            this.latencies = latencies;
            this.statuses = statuses;
        }

        /** The number of requests. */
        int count() {
            return latencies.length;
        }

        /** How often each status came. */
        Map<Integer, Long> statuses() {
            return statuses;
        }

        double perSecond() {
            return latencies.length * 1e9 / nanos;
        }

        /** In milliseconds. */
        double percentile(double part) {
            return latencies.length == 0
                    ? Double.NaN
                    : latencies[(int) Math.min(latencies.length - 1L, (long) (part * latencies.length))] / 1e6;
        }
    }

    private final InetSocketAddress address;
    private final LongFunction<byte[]> requests;
    private final Map<Integer, Long> statuses = new TreeMap<>();
    private long sent;
    private long[] latencies = new long[1 << 16];
    private int answered;

    private LoadClient(int port, LongFunction<byte[]> requests) {
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        this.requests = requests;
    }

    /**
     * Sends requests for so long.
     *
     * @param requests by number, counted from 0
     */
    static Run run(int port, Duration time, LongFunction<byte[]> requests) throws IOException {
        return new LoadClient(port, requests).run(time);
    }

    private Run run(Duration time) throws IOException {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                SocketChannel channel = SocketChannel.open(address);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Connection(channel));
            }
            long start = System.nanoTime();
            for (SelectionKey key : selector.keys()) {
                ((Connection) key.attachment()).send();
            }
            int open = CONNECTIONS;
            while (open > 0) {
                selector.select();
                for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
                    SelectionKey key = ready.next();
                    ready.remove();
                    Connection connection = (Connection) key.attachment();
                    if (connection.read()) {
                        if (System.nanoTime() - start < time.toNanos()) {
                            connection.send();
                        } else {
                            key.channel().close();
                            open--;
                        }
                    }
                }
            }
            long nanos = System.nanoTime() - start;
            long[] sorted = Arrays.copyOf(latencies, answered);
            Arrays.sort(sorted);
            return new Run(nanos, sorted, statuses);
        }
    }

    private void answered(int status, long nanos) {
        statuses.merge(status, 1L, Long::sum);
        if (answered == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * answered);
        }
        latencies[answered++] = nanos;
    }

    /** One connection with the answer that is being read. */
    private final class Connection {
        private final SocketChannel channel;
        private final AnswerReader answer = new AnswerReader();
        private long begun;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void send() throws IOException {
            ByteBuffer request = ByteBuffer.wrap(requests.apply(sent++));
            answer.reset();
            begun = System.nanoTime();
            while (request.hasRemaining()) {
                channel.write(request);
            }
        }

        /** Whether the answer is whole. */
        boolean read() throws IOException {
            if (channel.read(answer.room()) < 0) {
                throw new IOException("the server closed a connection that was to be kept");
            }
            if (!answer.isWhole()) {
                return false;
            }
            answered(answer.status(), System.nanoTime() - begun);
            return true;
        }
    }
}
