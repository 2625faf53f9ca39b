package ru.mos.clusters.eligibility;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Phaser;
import java.util.function.Function;

/**
 * Does many pieces of work at once. The caller is one of the hands: everything gets done even where no other thread is free,
 * and threads that wait for each other cannot stand still.
 */
@ApplicationScoped
class ManyHands {

    private static final int MOST = 4;

    @Resource
    private ManagedExecutorService executor;

    /**
     * What came of each piece, in no order.
     *
     * @throws RuntimeException the first failure, when all pieces have been tried
     */
    <T, R> List<R> each(Collection<T> pieces, Function<T, R> work) {
        var waiting = new ConcurrentLinkedQueue<>(pieces);
        var done = new ConcurrentLinkedQueue<R>();
        var failures = new ConcurrentLinkedQueue<RuntimeException>();
        var hands = new Phaser(1);
        int most = Math.min(Math.min(MOST, Runtime.getRuntime().availableProcessors()), pieces.size());
        for (int other = 1; other < most; other++) {
            var unused = executor.submit(() -> {
                hands.register();
                take(waiting, work, done, failures);
                hands.arriveAndDeregister();
            });
        }
        take(waiting, work, done, failures);
        hands.arriveAndAwaitAdvance();
        if (!failures.isEmpty()) {
            throw failures.element();
        }
        return List.copyOf(done);
    }

    private static <T, R> void take(
            Queue<T> waiting, Function<T, R> work, Queue<R> done, Queue<RuntimeException> failures) {
        for (var piece = waiting.poll(); piece != null; piece = waiting.poll()) {
            try {
                done.add(work.apply(piece));
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
    }
}
