import { createHash } from 'node:crypto';
import { present } from './present.js';

const script = `(${present})();`;

/** The script of a deck for screens, and what the policy of its page knows it by: no other runs there. */
export const presenter = { script, hash: `sha256-${createHash('sha256').update(script).digest('base64')}` };
