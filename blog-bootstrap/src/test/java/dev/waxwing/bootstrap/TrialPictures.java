package dev.waxwing.bootstrap;

import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as somebody brings them. */
final class TrialPictures {
    private TrialPictures() {}

    /** Half as high as wide, and grained, so that no two widths make the same file. */
    static FilePayload png(String name, int width) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            BufferedImage grain = new BufferedImage(width, width / 2, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < width * (width / 2); i++) {
                grain.setRGB(i % width, i / width, i * 7_919);
            }
            ImageIO.write(grain, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(name, "image/png", file.toByteArray());
    }
}
