import { defineConfig } from 'vitest/config';

// Browser tests of a built site: `npm test` builds it first, into the folder that CALLBOARD_DIST names (default: dist).
export default defineConfig({
  test: {
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/e2e/setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A browser that was late on a busy machine is asked once more; what fails twice is a fault.
    retry: 1,
  },
});
