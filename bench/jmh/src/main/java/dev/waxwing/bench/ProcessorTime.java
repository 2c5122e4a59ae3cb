package dev.waxwing.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Adds to each figure the nanoseconds of processor time that an operation takes, all threads of the process together. Other
 * work on the machine lengthens it little, unlike the time on the wall.
 */
public final class ProcessorTime implements InternalProfiler {
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long begun;

    @Override
    public String getDescription() {
        return "Processor time of an operation";
    }

    @Override
    public void beforeIteration(BenchmarkParams bench, IterationParams iteration) {
        begun = process.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams bench, IterationParams iteration, IterationResult result) {
        double spent = process.getProcessCpuTime() - begun;
        return List.of(new ScalarResult(
                "processor", spent / result.getMetadata().getAllOps(), "ns/op", AggregationPolicy.AVG));
    }
}
