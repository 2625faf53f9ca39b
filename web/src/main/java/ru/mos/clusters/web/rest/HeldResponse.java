package ru.mos.clusters.web.rest;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer held back until its transaction has committed. */
final class HeldResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    String text() {
        return held.toString(StandardCharsets.UTF_8);
    }

    /** Lets it go. */
    void release() throws IOException {
        super.getOutputStream().write(held.toByteArray());
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                held.write(one);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("answers to commands are written at once");
            }
        };
    }

    @Override
    public void flushBuffer() {
        // nothing leaves before the commit
    }

    @Override
    public boolean isCommitted() {
        return false;
    }
}
