import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/helpers/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/library/types.ts', 'src/**/*.d.ts'],
      reporter: ['text-summary'],
      // The command line runs in processes of its own, which are not counted here.
      thresholds: { lines: 65, functions: 60 },
    },
  },
});
