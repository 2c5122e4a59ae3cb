package dev.waxwing.adapter.image;

import java.awt.geom.AffineTransform;

/** How a picture is turned to stand upright, by the numbers of Exif 2.32, section 4.6.4.A. */
enum Turn {
    NONE(1, 0, 0, 1, 0, 0, 0, 0),
    MIRRORED(-1, 0, 0, 1, 1, 0, 0, 0),
    HALF(-1, 0, 0, -1, 1, 0, 0, 1),
    MIRRORED_HALF(1, 0, 0, -1, 0, 0, 0, 1),
    MIRRORED_LEFT(0, 1, 1, 0, 0, 0, 0, 0),
    RIGHT(0, 1, -1, 0, 0, 1, 0, 0),
    MIRRORED_RIGHT(0, -1, -1, 0, 0, 1, 1, 0),
    LEFT(0, -1, 1, 0, 0, 0, 1, 0);

    private final int xx;
    private final int yx;
    private final int xy;
    private final int yy;
    private final int rightByWidth;
    private final int rightByHeight;
    private final int downByWidth;
    private final int downByHeight;

    Turn(int xx, int yx, int xy, int yy, int rightByWidth, int rightByHeight, int downByWidth, int downByHeight) {
        this.xx = xx;
        this.yx = yx;
        this.xy = xy;
        this.yy = yy;
        this.rightByWidth = rightByWidth;
        this.rightByHeight = rightByHeight;
        this.downByWidth = downByWidth;
        this.downByHeight = downByHeight;
    }

    static Turn of(int orientation) {
        return values()[orientation - 1];
    }

    /** Whether width and height change places. */
    boolean lies() {
        return xx == 0;
    }

    /** From the places of a picture of this extent to those of the upright one. */
    AffineTransform of(int width, int height) {
        return new AffineTransform(
                xx,
                yx,
                xy,
                yy,
                rightByWidth * width + rightByHeight * height,
                downByWidth * width + downByHeight * height);
    }
}
