// Writes the address of every module that a process loads into the file that MODULES_LOADED names.
import { register } from 'node:module';

register(
  `data:text/javascript,${encodeURIComponent(`
    import { appendFileSync } from 'node:fs';
    export async function load(url, context, next) {
      appendFileSync(process.env.MODULES_LOADED, url + '\\n');
      return next(url, context);
    }
  `)}`,
);
