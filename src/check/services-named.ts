import type { Band, Entry } from '../library/library.js';
import type { Path } from '../library/place.js';
import { marksIn } from '../select/marks.js';
import { texts, walk } from './walk.js';

/** A mention of a service, and who is sent to it. */
interface NamedService {
  id: string;
  path: Path;
  bands: readonly Band[];
  /** The mark in its text; null where the service is named by its id in a list. */
  words: { text: string; start: number; end: number } | null;
}

/** Every mention of a service in an entry: in lists of services, on slides, in marks. */
export function* servicesNamed(entry: Entry<unknown>): Generator<NamedService> {
  for (const { value, path, bands } of walk(entry)) {
    const key = path.findLast((step) => typeof step === 'string' && !/^ks[345]$/.test(step));
    if (typeof value === 'string' && (key === 'services' || key === 'service'))
      yield { id: value, path, bands, words: null };
  }
  for (const { value, path, bands } of texts(entry)) {
    for (const mark of marksIn(value)) {
      const id = mark.parts[0];
      if (mark.name.toLowerCase() !== 'service' || !id) continue;
      const words = { text: value, start: mark.index, end: mark.index + mark.text.length };
      yield { id, path, bands, words };
    }
  }
}
