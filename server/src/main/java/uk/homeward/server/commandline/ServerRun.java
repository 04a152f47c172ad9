package uk.homeward.server.commandline;

import java.net.BindException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import uk.homeward.journey.source.FaultyDefinition;
import uk.homeward.server.HomewardServer;
import uk.homeward.server.ServerSettings;
import uk.homeward.server.access.FaultySignIn;
import uk.homeward.server.storage.StorageFailure;

/** Starts a server and waits until it is told to stop. */
final class ServerRun {

    private ServerRun() {}

    static int run(ServerSettings settings) {
        ConfigurableApplicationContext context = start(settings);
        System.out.println("Homeward is ready at http://localhost:"
                + context.getEnvironment().getProperty("local.server.port"));
        CountDownLatch stopped = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                stopped.countDown();
            }
        });
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static ConfigurableApplicationContext start(ServerSettings settings) {
        try {
            return HomewardServer.start(settings);
        } catch (RuntimeException e) {
            throw explained(e, settings);
        }
    }

    /** The cause that a user can act on, in their words. */
    private static RuntimeException explained(RuntimeException failure, ServerSettings settings) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case FaultyDefinition faulty -> {
                    return faulty;
                }
                case FaultySignIn signIn -> {
                    return new CommandFailure(String.valueOf(signIn.getMessage()));
                }
                case StorageFailure storage -> {
                    return new CommandFailure(String.valueOf(storage.getMessage()));
                }
                case PortInUseException port -> {
                    return new CommandFailure("the port (" + port.getPort()
                            + ") is in use. Maybe: stop the other program, or choose another with --port");
                }
                case BindException bind -> {
                    return new CommandFailure("a port is in use (" + bind.getMessage()
                            + "). Maybe: choose others with --port and --mllp-port (now " + settings.port() + " and "
                            + settings.mllpPort() + ")");
                }
                default -> {}
            }
        }
        return failure;
    }
}
