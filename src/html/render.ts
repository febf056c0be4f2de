import type { BaseModel, Print } from '../documents/kind.js';
import { withoutArcs } from './curves.js';
import type { Fill } from './environment.js';
import { createEnvironment } from './environment.js';
import { fontFaces } from './fonts.js';
import type { Templates } from './templates.js';
import { openTemplates } from './templates.js';

/** What a page may hold: its own styles, fonts from memory, pictures inside it. */
const policy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'font-src https://fonts.pshe.invalid',
  'img-src data:',
].join('; ');

/** Renders documents of one library: knows the templates and how to reach pictures. */
export interface Renderer {
  /** The whole HTML page of a document. */
  render(kind: string, model: BaseModel, source: string, print?: Print | null): string;
}

/**
 * Reads all templates and makes a renderer.
 * @param pictureUrl gives the data URL of a picture that the file `source` names
 * @param options.notChecked whether each page says that its content was not checked
 * @param options.templates the package's own without it
 */
export function createRenderer(
  pictureUrl: (file: string, source: string, grey: boolean) => string,
  options: { notChecked: boolean; templates?: Templates },
): Renderer {
  const templates = options.templates ?? openTemplates(null);
  const compile = createEnvironment(templates);
  const base = compile('base/page.hbs');
  const styles = templates.files('base', '.css').map(templates.read).join('\n');
  const compiled = new Map<string, { body: Fill; style: string }>();

  return {
    render(kind, model, source, print = null) {
      let template = compiled.get(kind);
      if (!template) {
        const body = compile(`${kind}/page.hbs`);
        template = { body, style: templates.files(kind, '.css').map(templates.read).join('\n') };
        compiled.set(kind, template);
      }
      const data = { picture: (file: string) => pictureUrl(file, source, print === 'mono'), mono: print === 'mono' };
      const said = (status: string) => (options.notChecked ? `Not checked · ${status}` : status);
      const [status, shortStatus] = [said(model.status), said(model.shortStatus)];
      const context = { ...model, status, shortStatus, notChecked: options.notChecked, print };
      const body = template.body(context, data);
      const page = base(
        {
          policy,
          title: model.title,
          palette: model.palette,
          kind,
          print,
          styles: `${fontFaces}\n${styles}\n${template.style}`,
          body,
        },
        data,
      );
      return withoutArcs(page);
    },
  };
}
