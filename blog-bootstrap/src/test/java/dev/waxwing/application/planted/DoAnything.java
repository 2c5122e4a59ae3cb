package dev.waxwing.application.planted;

/** A use case that can be extended, and that no container can build. */
public class DoAnything {
    public void handle(String command) throws Exception {
        System.out.println(command);
        throw new RuntimeException(command);
    }
}
