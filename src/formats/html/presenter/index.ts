import { createHash } from 'node:crypto';
import { createKeys } from './keys.js';
import { createNotes } from './notes.js';
import type { Parts } from './present.js';
import { present } from './present.js';
import { createTimer } from './timer.js';
import { listenToTouch } from './touch.js';

const parts: Parts = { createTimer, createNotes, createKeys, listenToTouch };
const named = Object.entries(parts).map(([name, part]) => `${name}: ${part}`);
const script = `(${present})({ ${named.join(', ')} });`;

/** The script of a deck for screens, and what the policy of its page knows it by: no other runs there. */
export const presenter = { script, hash: `sha256-${createHash('sha256').update(script).digest('base64')}` };
