import { setFlagsFromString } from 'node:v8';

/**
 * Tells the engine of Node 20 to turn only those functions into machine code that run for long. By itself it takes those
 * that have run for some hundredths of a second, in threads beside this one: in a build a quarter of all work of this
 * process, most of it never repaid, while the browser needs every processor. Newer engines are more patient by themselves.
 * To be called when printing begins: as long as lessons are read and checked, a processor has nothing better to do.
 */
export function compileLess(): void {
  // In operations of its interpreter between two looks at a function; the usual number is 135,168.
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');
}
