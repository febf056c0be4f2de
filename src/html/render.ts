import type { BaseModel, Print } from '../documents/kind.js';
import { presenter } from '../formats/html/presenter/index.js';
import type { DocumentIdentity } from '../formats/pdf/identity.js';
import { withoutArcs } from './curves.js';
import type { Fill } from './environment.js';
import { createEnvironment } from './environment.js';
import { fontFaces, fontOrigin } from './fonts.js';
import type { Templates } from './templates.js';
import { openTemplates } from './templates.js';

/** What a page may hold: its own styles, fonts from memory, pictures inside it. */
const policy = ["default-src 'none'", "style-src 'unsafe-inline'", `font-src ${fontOrigin}`, 'img-src data:'].join(
  '; ',
);

/** Renders documents of one library: knows the templates and how to reach pictures. */
export interface Renderer {
  /** The whole HTML page of a document, to be printed. */
  render(kind: string, model: BaseModel, source: string, print?: Print | null): string;
  /**
   * The whole HTML page of a document for screens, with fonts and picture sizes still to be put in: see `finishHtml`.
   * @param identity what it says of itself
   */
  renderForScreens(kind: string, model: BaseModel, source: string, identity: DocumentIdentity): string;
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
  const compiled = new Map<string, Fill>();
  const fill: (name: string, context: object, data: object) => string = (name, context, data) => {
    const template = compiled.get(name) ?? compile(name);
    compiled.set(name, template);
    return template(context, data);
  };
  const stylesOf = (...folders: string[]) =>
    folders.flatMap((folder) => templates.files(folder, '.css').map(templates.read)).join('\n');
  const styles = new Map<string, string>();
  const stylesFor = (kind: string, screen: boolean) => {
    const key = `${kind} ${screen}`;
    const text = styles.get(key) ?? `${fontFaces}\n${stylesOf('base', kind, ...(screen ? ['web'] : []))}`;
    styles.set(key, text);
    return text;
  };
  const contextOf = (model: BaseModel, print: Print | null) => {
    const said = (status: string) => (options.notChecked ? `Not checked · ${status}` : status);
    const [status, shortStatus] = [said(model.status), said(model.shortStatus)];
    return { ...model, status, shortStatus, notChecked: options.notChecked, print };
  };
  const dataFor = (source: string, mono: boolean) => ({
    picture: (file: string) => pictureUrl(file, source, mono),
    mono,
  });

  return {
    render(kind, model, source, print = null) {
      const data = dataFor(source, print === 'mono');
      const body = fill(`${kind}/page.hbs`, contextOf(model, print), data);
      const { title, palette } = model;
      const page = fill(
        'base/page.hbs',
        { policy, title, palette, kind, print, styles: stylesFor(kind, false), body },
        data,
      );
      return withoutArcs(page);
    },
    renderForScreens(kind, model, source, { subject, author, keywords, creator }) {
      const data = dataFor(source, false);
      const own = `${kind}/web.hbs`;
      const isDeck = templates.files(kind, '.hbs').includes(own);
      const body = fill(isDeck ? own : `${kind}/page.hbs`, contextOf(model, null), data);
      const { title, palette } = model;
      const page = {
        policy: isDeck ? `${policy}; script-src '${presenter.hash}'` : policy,
        script: isDeck ? presenter.script : null,
        // On paper it stands in the margin of each page.
        foot: kind !== 'poster' && 'foot' in model ? model.foot : null,
        width: isDeck ? '1280' : kind === 'poster' ? '794' : 'device-width',
        ...{ title, palette, kind, body, author, creator, about: subject, keywords: keywords.join(', ') },
        styles: stylesFor(kind, true),
      };
      return withoutArcs(fill('web/page.hbs', page, data));
    },
  };
}
