package ru.mos.clusters.web.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import ru.mos.clusters.platform.PlatformProblem;
import ru.mos.clusters.platform.Problem;
import ru.mos.clusters.web.security.UploadLimit;

/** A request whose body is put aside on disk, to be compared before it is acted upon. */
final class SpooledRequest extends HttpServletRequestWrapper implements AutoCloseable {

    private final Path body;
    private final String digest;

    SpooledRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = Files.createTempFile("request-", ".body");
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(request.getInputStream(), sha);
                    var out = Files.newOutputStream(body)) {
                var buffer = new byte[1 << 16];
                long size = 0;
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    size += read;
                    if (size > UploadLimit.bytes()) {
                        throw new Problem(PlatformProblem.BODY_TOO_LARGE, UploadLimit.bytes() / (1024 * 1024));
                    }
                    out.write(buffer, 0, read);
                }
            }
            digest = HexFormat.of().formatHex(sha.digest());
        } catch (IOException | Problem failure) {
            Files.deleteIfExists(body);
            throw failure;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** What makes two requests the same: method, path, query and body. */
    String fingerprint() {
        return getMethod() + " " + getRequestURI() + "?" + Objects.requireNonNullElse(getQueryString(), "") + " "
                + digest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new FromDisk(Files.newInputStream(body));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(body);
    }

    private static final class FromDisk extends ServletInputStream {
        private final InputStream in;
        private boolean finished;

        FromDisk(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            finished = one < 0;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            finished = read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("bodies of commands are read at once");
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
