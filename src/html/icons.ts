import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const require = createRequire(import.meta.url);
const cache = new Map<string, string>();

/** Where the bold icon of this name lies in the Phosphor package; throws when there is none. */
function iconFile(name: string): string {
  return require.resolve(`@phosphor-icons/core/assets/bold/${name}-bold.svg`);
}

/** Whether Phosphor has an icon of this name. */
export function hasIcon(name: string): boolean {
  try {
    return iconFile(name).length > 0;
  } catch {
    return false;
  }
}

/** The names of all icons. */
export function iconNames(): string[] {
  return readdirSync(dirname(iconFile('ear'))).map((file) => file.replace(/-bold\.svg$/, ''));
}

/** A Phosphor icon as inline SVG in the colour of the text beside it, hidden from screen readers. */
export function icon(name: string): string {
  let svg = cache.get(name);
  if (svg === undefined) {
    svg = readFileSync(iconFile(name), 'utf8').replace('<svg ', '<svg class="icon" aria-hidden="true" ');
    cache.set(name, svg);
  }
  return svg;
}
