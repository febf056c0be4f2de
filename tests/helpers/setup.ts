import { freshCache } from './fresh-cache.js';

// No test finds what another has made, nor what was made before the sources changed.
process.env.PSHE_CACHE = freshCache();
