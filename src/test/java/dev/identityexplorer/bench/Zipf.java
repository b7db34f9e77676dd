package dev.identityexplorer.bench;

import java.util.List;
import java.util.Random;

/** Draws what is rare rarely: the first of n things most often, the i-th in proportion to 1 / i. */
final class Zipf {

    private final double[] sums;

    Zipf(int n) {
        sums = new double[Math.max(1, n)];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += 1.0 / (i + 1);
            sums[i] = sum;
        }
    }

    int draw(Random random) {
        int at = java.util.Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
        return Math.min(sums.length - 1, at < 0 ? -at - 1 : at);
    }

    <T> T of(List<T> things, Random random) {
        return things.get(draw(random));
    }

    /** {@code total} over {@code parts}, the i-th in proportion to 1 / i^0.8, each at least one. */
    static int[] split(int total, int parts) {
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            sum += Math.pow(i + 1.0, -0.8);
        }
        var sizes = new int[parts];
        for (int i = 0; i < parts; i++) {
            sizes[i] = Math.max(1, (int) Math.round(total * Math.pow(i + 1.0, -0.8) / sum));
        }
        return sizes;
    }
}
