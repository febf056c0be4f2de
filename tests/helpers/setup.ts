import { freshCache } from './fresh-cache.js';

// No test finds what another has made, nor what was made before the sources changed.
process.env.PSHE_CACHE = freshCache();

// A day on which the library's own dates and checks are in order; tests of other days name theirs.
process.env.SOURCE_DATE_EPOCH = String(Date.parse('2026-12-01T12:00:00Z') / 1000);
