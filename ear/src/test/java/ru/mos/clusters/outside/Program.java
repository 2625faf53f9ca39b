package ru.mos.clusters.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another program, run to its end. */
record Program(int status, String said, String complained) {

    /** Starts it in the folder and waits, at most three minutes. */
    static Program run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var said = Files.createTempFile(folder, "said", ".txt");
        var complained = Files.createTempFile(folder, "complained", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(said.toFile())
                .redirectError(complained.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException(
                    "did not end: " + command + "\n" + Files.readString(said) + Files.readString(complained));
        }
        return new Program(process.exitValue(), Files.readString(said, UTF_8), Files.readString(complained, UTF_8));
    }
}
