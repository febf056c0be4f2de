// Empties dist/ before a build: what a file of before has left there would be shipped.
import { rmSync } from 'node:fs';

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
