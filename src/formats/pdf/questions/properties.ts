import { PdfRef, textOf } from '../objects.js';
import type { Question } from '../open.js';
import { catalogOf } from '../structure.js';

/** Marked, with a language and a title that is shown, and properties that say the same in both places. */
export const propertiesAgree: Question = ({ file, identity }) => {
  const catalog = catalogOf(file);
  const info = file.dict(file.trailer.get('Info'));
  const metadata = catalog.get('Metadata');
  const xmp = metadata instanceof PdfRef ? file.stream(metadata).toString('utf8') : '';
  const inXmp = (field: string) =>
    (new RegExp(`<${field}>(.*?)</${field}>`, 's').exec(xmp)?.[1] ?? '')
      .replace(/<[^>]*>/g, '')
      .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCharCode(Number(code)));
  const fields = [
    ['title', textOf(info.get('Title')), inXmp('dc:title'), identity.title],
    ['author', textOf(info.get('Author')), inXmp('dc:creator'), identity.author],
    ['subject', textOf(info.get('Subject')), inXmp('dc:description'), identity.subject],
    ['keywords', textOf(info.get('Keywords')), inXmp('pdf:Keywords'), identity.keywords.join(', ')],
    ['language', textOf(catalog.get('Lang')), inXmp('dc:language'), identity.language],
  ] as const;
  const problems = fields
    .filter(([, one, other, wanted]) => one !== wanted || other !== wanted)
    .map(
      ([name, one, other, wanted]) => `The ${name} should be “${wanted}”, but the PDF says “${one}” and “${other}”.`,
    );
  const isShown = file.dict(catalog.get('ViewerPreferences') ?? new Map()).get('DisplayDocTitle') === true;
  const isMarked = file.dict(catalog.get('MarkInfo') ?? new Map()).get('Marked') === true;
  if (!isShown) problems.push('Readers would show the name of the file, not its title.');
  if (!isMarked || inXmp('pdfuaid:part') !== '1') problems.push('The PDF does not say that it is accessible.');
  return problems;
};
