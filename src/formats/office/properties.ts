import type { DocumentIdentity } from '../pdf/identity.js';
import type { OfficePackage } from './package.js';
import type { Xml } from './xml.js';
import { xml } from './xml.js';

/**
 * Puts in what a file says of itself. Source: ECMA-376, part 2, 11, and part 1, 22.2.
 * @param counts how much there is of what is counted in such a file
 */
export function addProperties(file: OfficePackage, identity: DocumentIdentity, counts: Xml): void {
  const { title, author, subject, keywords, language, creator, date, licence } = identity;
  const when = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const terms = licence ? ` ${licence.name}, ${licence.url}` : '';
  file.relate(
    '',
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  );
  file.add(
    'docProps/core.xml',
    xml`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:subject>${subject}</dc:subject><dc:creator>${author}</dc:creator><cp:keywords>${keywords.join(', ')}</cp:keywords><dc:description>${`${creator}.${terms}`}</dc:description><cp:lastModifiedBy>${creator}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${when}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${when}</dcterms:modified><dc:language>${language}</dc:language></cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  file.relate('', 'extended-properties', 'docProps/app.xml');
  file.add(
    'docProps/app.xml',
    xml`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${creator}</Application>${counts}</Properties>`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  );
}
