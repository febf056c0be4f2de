// Loaded into a process that is measured: writes the most memory that it took, in kilobytes, when it ends.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  if (process.env.PSHE_BENCH_PEAK) writeFileSync(process.env.PSHE_BENCH_PEAK, String(process.resourceUsage().maxRSS));
});
